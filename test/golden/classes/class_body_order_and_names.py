def show(*a): print a
class C(object):
    show('first', sorted(n for n in locals() if n != '__module__'))
    x = [1]
    def f(self): return x
    y = x + [2]
    show(x, y, f.__name__)
    x, y = y, x
    class Inner(object):
        z = 'inner'
        def g(self): return C.x
    i = Inner().z
    del f
print C.x, C.y, C.i, C.Inner().g(), hasattr(C, 'f'), C.Inner.__name__
x = 'module'
class D(C):
    x = x
    print x
