class A(object):
    def __new__(cls, *a, **k):
        print 'new', cls.__name__, a, k
        return object.__new__(cls)
    def __init__(self, *a, **k): print 'init', a, k
A(1, x=2)
class B(A):
    def __new__(cls): return 5
print B()
class C(A):
    def __new__(cls): return A.__new__(A)
print type(C()).__name__
class S(str):
    def __new__(cls, v): return str.__new__(cls, v * 2)
print S('ab'), type(S('x')).__name__
class T(tuple):
    def __new__(cls, *a): return tuple.__new__(cls, a)
print T(1, 2), T(3)[0]
class Single(object):
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = object.__new__(cls)
        return cls.inst
print Single() is Single()
for f in (lambda: object.__new__(int), lambda: int.__new__(str), lambda: int.__new__(),
        lambda: object.__new__(5), lambda: str.__new__(object)):
    try:
        f()
    except TypeError as e:
        print e
