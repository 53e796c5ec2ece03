import collections, array, time
e = Exception('a', 1, 2)
for k in (0, -1, 5, -9, 'a', None, 1.5, 1 << 70, slice(1, 2), slice(None, None, 2), (1,), True, 2L, Ellipsis):
    for o in (e, xrange(3), xrange(0, 9, 4)):
        try: print repr(o[k]),
        except Exception, x: print type(x).__name__, x,
    print
print e[1:], e[-1], e[:2], len(xrange(3)), list(e), 'a' in e
try: print e[::2]
except Exception, x: print x
class E(Exception):
    def __getitem__(s, k): return k
print 'hello' % E(), '%(x)s' % E(), E()['q']
for o in (e, xrange(3), E(), collections.deque([1]), array.array('i', [1]), buffer('a'), memoryview('a'), [1], {}, set([1]), frozenset(), slice(1), time.localtime(0), 1.5, None, iter([]), object(), type, len, bytearray('x'), 'x', u'x', (), collections.OrderedDict(), collections.Counter()):
    for f in 'hello', u'hello', '%(a)s':
        try: print f % o,
        except Exception, x: print type(o).__name__, type(x).__name__, x,
    print
for i in xrange(3)[1:2] if 0 else (): pass
class X(object):
    __slots__ = ()
    def __getitem__(s, k): return k
class Y:
    pass
class Z:
    def __getitem__(s, k): return k
for o in X(), Y(), Z():
    try: print 'a' % o
    except TypeError, x: print x
