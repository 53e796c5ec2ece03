class A(object):
    def m(self, x): return x + 1
def run(a, n):
    return [a.m(i) for i in range(n)]
a = A()
print run(a, 3)
A.m = lambda self, x: x * 10
print run(a, 3)
def m2(self, x): return self, x
A.m = staticmethod(lambda x: -x)
print run(a, 3)
del A.m
try:
    run(a, 1)
except AttributeError as e:
    print e
