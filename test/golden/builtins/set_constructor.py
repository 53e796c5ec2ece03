print set(), set('aab') == set(['a', 'b']), set([1, 2]), set((1, 1)), set({1: 2})
print set(x % 3 for x in range(9)), set(xrange(3)), len(set([1, 1.0, True, 1L]))
print set([(1, 2)]), set(frozenset([1])), set([None])
s = set([1])
s.__init__([5, 6])
print s, set(s) is s
class S(set):
    def __init__(self, *a): set.__init__(self, a)
print S(1, 2), sorted(S(3, 4) | set([1])), type(S() | set())
for x in (5, [[]], [{}], None):
    try:
        set(x)
    except TypeError as e:
        print e
