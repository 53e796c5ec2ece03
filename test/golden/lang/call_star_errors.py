def g(*a): return a
class N1:
    def __len__(s): return 5
class N2:
    def __iter__(s): raise TypeError('mine')
class N3(object):
    def __iter__(s): raise TypeError('mine')
class N4(object): pass
class N5:
    def __iter__(s): return 3
class N6(object):
    def __iter__(s): return 3
class N7:
    def __getitem__(s, i): raise TypeError('gi')
class N8(object):
    def __getitem__(s, i): raise TypeError('gi')
class N9:
    def __iter__(s): return s
class N10: 
    def __iter__(s): return s
    def next(s): raise TypeError('next')
class N11(object): 
    def __iter__(s): return s
    def next(s): raise TypeError('next')
class N12: pass
def gen():
    yield 1
    raise TypeError('in gen')
for o in (N1(), N2(), N3(), N4(), N5(), N6(), N7(), N8(), N9(), N10(), N11(), N12(), 3, None, gen(), N1, object, len, 1.5):
    for f in g, dict, sum, (lambda: 1), g.__call__, [].append:
        try: print f(*o)
        except Exception, e: print type(o).__name__, type(e).__name__, e
    try: tuple(o)
    except Exception, e: print type(o).__name__, type(e).__name__, e
class M1:
    def keys(s): return 3
class M2(object):
    def keys(s): return ['a']
class M3:
    def keys(s): return ['a']
    def __getitem__(s, k): raise TypeError('gi')
class M4(object):
    def keys(s): return [1]
    def __getitem__(s, k): return k
class M5(object):
    def keys(s): raise AttributeError('x')
class M6(object):
    def keys(s): return 'ab'
    def __getitem__(s, k): return k
def h(**k): return k
for o in (M1(), M2(), M3(), M4(), M5(), M6(), 3, None, N4(), N12(), [], [(1, 2)], 'ab', M1):
    for f in h, dict, g, (lambda a: 1), len, N12:
        try: print f(**o)
        except Exception, e: print type(o).__name__, type(e).__name__, e
