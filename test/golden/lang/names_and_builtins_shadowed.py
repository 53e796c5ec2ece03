len = lambda x: 'my len'
print len([1, 2])
del len
print len([1, 2])
def f(list, str=str): return str(list)
print f([3])
True_ = True
True = 0
print True, True_, (not True)
True = True_
def g():
    int = str
    return int(5) + 'x'
print g()
None_ok = None
class type_(object):
    id = 5
    def get(self, id=id): return id
print type_().get()
