a, b = set([1, 2, 3]), set([2, 3, 4])
c = a.copy()
c |= b
c &= set([2, 4])
c -= set([2])
c ^= set([4, 5])
c.update([1], [2])
c.intersection_update([1, 5], [1])
c.difference_update([1])
c.symmetric_difference_update('ab')
c.add('z')
c.discard('nope')
c.remove('z')
c.clear()
for f in (lambda: set().pop(), lambda: set().remove(1), lambda: set() | [1], lambda: set([[]]),
        lambda: hash(set()), lambda: set(5), lambda: set().update(5), lambda: set() < 5,
        lambda: frozenset().add, lambda: {set(): 1}, lambda: set([1]).remove(set()),
        lambda: set().union(5), lambda: set() - [1], lambda: cmp(set(), set([1])),
        lambda: set([1]) + set([2]), lambda: set().add(), lambda: set() == 5,
        lambda: set([frozenset([1])]).remove(set([1]))):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
