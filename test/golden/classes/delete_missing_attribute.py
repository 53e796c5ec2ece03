class A(object):
    __slots__ = ['x', 'y']
class B(list):
    scale = 1
class C(A): pass
class D(int): pass
class E(object): __slots__ = ('x', '__dict__')
for cls in A, B, C, D, E:
    a = cls()
    for n in 'x', 'q':
        try: delattr(a, n)
        except AttributeError as e: print cls.__name__, n, e
try: del A().x
except AttributeError as e: print e
def f(a):
    for i in range(3):
        try: del a.x
        except AttributeError as e: print e
for cls in A, B, C, D, E: f(cls())
