# __get__ is called with three arguments, whatever it is; other methods are bound.
class Call(object):
    def __call__(self, *a): return len(a), a[0].__class__.__name__
class D(object):
    __get__ = Call()
class E(object):
    @staticmethod
    def __get__(*a): return 'static', len(a)
class F(object):
    @classmethod
    def __get__(*a): return 'class', len(a)
class G(object):
    __get__ = len
class H(object):
    __get__ = property(lambda s: lambda *a: ('prop', len(a)))
class X(object):
    d = D(); e = E(); f = F(); g = G(); h = H()
for n in 'defgh':
    for o in (X(), X):
        try: print n, getattr(o, n)
        except Exception as e: print n, type(e).__name__, e
class S(object):
    __set__ = Call()
class S2(object):
    @staticmethod
    def __set__(*a): print 'sset', len(a)
class Y(object): s = S(); t = S2()
for n in 'st':
    try: print setattr(Y(), n, 1)
    except Exception as e: print n, type(e).__name__, e
class Z(object):
    __len__ = Call(); __getitem__ = Call(); __add__ = Call()
    @staticmethod
    def __iter__(): return iter('abc')
    @classmethod
    def __contains__(cls, x): return x == 1
    __call__ = staticmethod(lambda *a: a)
    __hash__ = None
    __getattr__ = Call()
for f in [lambda: len(Z()), lambda: Z()[1], lambda: Z() + 1, lambda: list(Z()), lambda: 1 in Z(), lambda: Z()(4), lambda: hash(Z()), lambda: Z().q]:
    try: print f()
    except Exception as e: print type(e).__name__, e
