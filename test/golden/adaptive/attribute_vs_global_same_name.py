value = 'global'
class A(object):
    value = 'class'
    def get(self): return value, self.value
    def set(self, v):
        global value
        value = v
        self.value = v * 2
a = A()
print a.get()
a.set('new')
print a.get(), A.value, A().get()
class value(object):
    pass
print a.get()[0].__name__
