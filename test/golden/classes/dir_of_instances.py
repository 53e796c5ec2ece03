class A(object):
    x = 1
    def __init__(self): self.y = 2
class B(A):
    z = 3
class O: q = 1
class P(O): r = 2
f = lambda x: [n for n in dir(x) if not n.startswith('__')]
print f(B()), f(B), f(P()), f(P), f(A)
o = P()
o.s = 4
print dir(o)
print [n for n in dir(object())], dir(O)
