# Sites that see several kinds of attributes, some changed on the way.
class E(Exception):
    def __init__(self, a):
        Exception.__init__(self, a)
        self.a = a
class B(object):
    x = 1
    def m(self, k): return ('B', k)
    @classmethod
    def c(cls, k): return cls.__name__, k
    @staticmethod
    def s(k): return k
class D(B):
    def m(self, k): return ('D',) + B.m(self, k)
def f():
    out = []
    for i in range(6):
        try: raise E(i)
        except E as e: out.append((e.args, e.message, e.a))
        d = D()
        out.append((d.m(i), B.c(i), D.c(i), B.s(i), D.__name__, d.__class__.__name__))
        if i == 2: B.m = lambda self, k: ('new', k)
        if i == 3: D.c = staticmethod(lambda k: ('st', k))
        it = iter([1, 2])
        out.append((it.next(), it.next(), (5).__add__(3), 'a'.__len__(), list.append, (1+2j).real, (lambda: 0).func_name))
        try:
            if i == 4: B.m(3, 4)
        except TypeError as e: print e
        try: it.next()
        except StopIteration as e: print repr(e), e.args
    return out
for x in f(): print x
class F(Exception):
    args = 5
for cls in (E, F, Exception):
    try: raise cls(3)
    except Exception as e: print e.args, e.message if cls is not F else '', sorted(e.__dict__)
e = E(1); e.args = (7, 8); print e.args, e.message; e.__dict__['args'] = 9; print e.args
class G(object):
    @property
    def args(self): return 'prop'
for o in (e, G(), E(2)): print o.args
try: [].pop()
except IndexError as e: print e
