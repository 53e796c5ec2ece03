class Base(object):
    def f(self): return 'base'
class Mid(Base): pass
class Leaf(Mid): pass
def call(o): return o.f()
l = Leaf()
print call(l), call(Mid())
Base.f = lambda self: 'base2'
print call(l), call(Mid())
Mid.f = lambda self: 'mid'
print call(l), call(Base())
Leaf.f = lambda self: 'leaf'
print call(l), call(Mid())
del Mid.f, Leaf.f
print call(l)
