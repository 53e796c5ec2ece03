class A:
    x = 1
    def __init__(self, y): self.y = y
    def m(self): return self.x, self.y
a = A(2)
print a.m(), A.m(a), a.__class__ is A, type(a), isinstance(a, A), a.__dict__
A.x = 5
print a.m()
a.x = 6
print A.x, a.m(), A.__dict__['x'], A.__bases__
print str(A), type(A).__name__
try:
    a.z
except AttributeError as e:
    print e
try:
    A.z
except AttributeError as e:
    print e
try:
    del a.z
except AttributeError as e:
    print e
