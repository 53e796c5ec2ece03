class Base(object):
    def area(self): return 0
def total(xs): return sum(x.area() for x in xs)
print total([Base(), Base()])
def define():
    class Late(Base):
        def area(self): return 5
    return Late
print total([Base(), define()()])
T = type('Dyn', (Base,), {'area': lambda self: 100})
print total([T(), define()(), Base()])
class Inst(Base): pass
i = Inst()
i.area = lambda: 1000
print total([i])
