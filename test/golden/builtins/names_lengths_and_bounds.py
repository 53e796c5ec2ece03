# range() beyond ints gives longs; type names have no zero characters; dir()
# wants a list from keys().
print range(-2**100), range(0, 2**100, -1), range(2**100, -2**100)
print range(5, 2**70, 2**69), range(2**65, 2**65 + 6, 2), range(0, 1, 2**100)
print range(2**100, 2**100-5, -2L), range(2**64, 0, -2**63)
for args in (2**100,), (0, 2**100, 1), (1.5,), (0, 2**100, 0L):
    try:
        print range(*args)
    except Exception, e:
        print type(e).__name__, e


class NoCmp(int):
    def __cmp__(self, other):
        raise RuntimeError("cmp")


try:
    print range(2**70, 2**70 + 1, NoCmp(1))
except RuntimeError, e:
    print e
for name in 'A\0B', u'A', 3, '', '4 2':
    try:
        print repr(type(name, (), {}).__name__)
    except Exception, e:
        print type(e).__name__, e


class Keys(object):
    def __init__(self, keys):
        self.answer = keys

    def __getitem__(self, k):
        raise KeyError(k)

    def keys(self):
        return self.answer


for keys in ['b', 'a'], ('b',), 1:
    try:
        print eval('dir()', globals(), Keys(keys))
    except TypeError, e:
        print e
