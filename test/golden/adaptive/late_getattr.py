class A(object):
    def __init__(self): self.x = 1
def read(a):
    try:
        return a.x, a.y
    except AttributeError as e:
        return str(e)
a = A()
print read(a)
A.__getattr__ = lambda self, n: 'dynamic ' + n
print read(a)
A.__getattribute__ = lambda self, n: 'always ' + n
print read(a)
del A.__getattribute__
print read(a)
del A.__getattr__
print read(a)
