class A(object):
    def __init__(self): self.x = 5
a = A()
def read(o): return o.x
print read(a)
A.x = 'class attr'
print read(a)
A.x = property(lambda self: 'property')
print read(a)
try:
    a.x = 1
except AttributeError as e:
    print e
del A.x
print read(a)
