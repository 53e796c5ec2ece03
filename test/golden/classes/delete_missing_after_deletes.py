import functools
def f(): pass
for c in ('del f.x', 'delattr(f, u"b")', 'f.y', 'delattr(f, "q")', 'setattr(f, u"b", 1); print f.__dict__; delattr(f, u"b"); print f.__dict__', 'del f.__dict__', 'del f.func_code', 'del f.__name__', 'del f.__doc__; print f.__doc__', 'del f.func_defaults', 'class A(object): pass\na=A()\ndel a.x', 'class A: pass\na=A()\ndel a.x', 'class A: pass\ndel A.x', 'import sys; del sys.nope', 'del Exception().x', 'e = Exception(); e.x = 1; del e.x; del e.x',  'del f.func_globals', 'f.func_code = f.func_code', 'f.func_defaults = [1]', 'f.func_defaults = None', 'f.__name__ = u"a"', 'f.__module__ = 3; print f.__module__; del f.__module__; print f.__module__'):
    try: exec c
    except Exception, e: print c, type(e).__name__, e
class A(object): pass
a = A()
for c in ('del a.x', 'a.x = 1', 'del a.x', 'del a.x', 'del a.q', 'a.__dict__', 'del a.x'):
    try: exec c
    except Exception, e: print c, type(e).__name__, e
class B(A):
    y = 1
    @property
    def p(s): pass
    __slots__ = 's'
b = B()
for c in ('del b.y', 'del b.x', 'del b.p', 'del b.s', 'b.z = 1', 'del b.y', 'del b.x'):
    try: exec c
    except Exception, e: print c, type(e).__name__, e
