f = frozenset([3, 1, 2, 3])
print f, len(f), 2 in f, frozenset(), frozenset('aab'), frozenset(f) is f
print frozenset(set([1])), hash(f) == hash(frozenset([1, 2, 3]))
print {f: 'key'}[frozenset([1, 2, 3])]
print f | set([9]), f & set([1]), f - set([1]), f.copy() is f, f == set([1, 2, 3])
print f < frozenset(range(9)), sorted(f.union('a'))
for x in (lambda: f.add(1), lambda: f.__init__([9]) or f, lambda: frozenset(5),
        lambda: frozenset([[]])):
    try:
        print x()
    except (AttributeError, TypeError) as e:
        print type(e).__name__, e
g = f
g |= set([7])
print g, f
