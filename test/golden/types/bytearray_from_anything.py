# bytearray() of counts, buffers, iterables, and what fails in between.
import array
class S:
    def __getitem__(self, i):
        return (1, 2, 3)[i]
class SN(object):
    def __getitem__(self, i):
        return (1, 2, 3)[i]
class BadInt:
    def __index__(self):
        1//0
class BadIterable:
    def __iter__(self):
        1//0
class B(bytes):
    def __index__(self):
        raise TypeError
class TL(list):
    def __index__(self):
        raise TypeError("mine")
class IV(object):
    def __index__(self):
        raise ValueError("index")
class Both(list):
    def __index__(self):
        return 4
class U(unicode):
    def __index__(self):
        return 2
class I(object):
    def __index__(self):
        return "x"
class O:
    pass
class N(object):
    def __iter__(self):
        return 5
class NegBig(object):
    def __index__(self): return -1
class Big(object):
    def __index__(self): return 1<<70
for v in S(), SN(), BadInt(), [BadInt()], BadIterable(), B("foo"), TL([1,2]), IV(), Both([1]), I(), O(), object(), None, 1.5, [1.5], [None], ["a"], ["ab"], [u'a'], [256], [-1], 3L, 1<<70, NegBig(), Big(), N(), array.array('H', [1]), memoryview("ab"), buffer("ab"), bytearray("x"), {1:2}, xrange(3), iter([1,2]), (1,2), True, 2j, -5:
    try:
        print repr(bytearray(v))
    except Exception, e:
        print type(v).__name__, type(e).__name__, e
b = bytearray("zzz")
def g():
    for i in range(6):
        yield i
        print len(b), b.__alloc__() > len(b), list(b)
b.__init__(g())
print repr(b)
def bad():
    yield 1
    yield 2
    yield 300
try:
    b.__init__(bad())
except ValueError, e:
    print e
print repr(b)
b.__init__(b"abc")
print repr(b)
try:
    b.__init__(b)
except Exception, e:
    print e
print repr(b)
