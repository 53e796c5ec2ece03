# Items and slices that are neither bytes nor numbers below 256.
class T(str): pass
class N(object):
    def __int__(self): return 1
class I(object):
    def __index__(self): return 65
class O: pass
class OI:
    def __int__(self): return 65
def t(f):
    try: print repr(f())
    except Exception as e: print type(e).__name__, e
for x in T('a'), T('ab'), None, N(), 1j, O(), OI(), I(), object(), int, [65], xrange(3), iter('a'), {65: 1}:
    c = bytearray('abc')
    print type(x).__name__,
    t(lambda: bytearray((x,)))
    def sl(): c[0:1] = x; return c
    def ap(): c.append(x); return c
    def ex(): c[::2] = x; return c
    def con(): return x in c
    def rm(): return c.remove(x)
    t(sl); t(ap); t(con); t(rm)
    t(ex)
