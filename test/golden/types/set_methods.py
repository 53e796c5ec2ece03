a, b = set([1, 2, 3]), set([2, 3, 4])
print a | b, a & b, a - b, a ^ b, a.union([9], (8,)), a.intersection([1], [1, 2])
print a.difference([1], [2]), a.symmetric_difference([3, 7]), a.union()
print a.intersection()
print a <= b, a < a, a <= a, a >= set([1]), a > set(), a == frozenset([1, 2, 3]), a != b
print a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([9])
print set() == frozenset(), 1 in a, len(a), bool(set())
c = a.copy()
c |= b
print c
c &= set([2, 4])
print c
c -= set([2])
print c
c ^= set([4, 5])
print c
c.update([1], [2])
c.intersection_update([1, 5], [1])
print c
c.difference_update([1])
c.symmetric_difference_update('ab')
print sorted(c)
c.add('z')
c.discard('nope')
c.remove('z')
c.clear()
print c
print type(frozenset([1]) | set([2])), type(set([1]) | frozenset([2]))
print hash(frozenset([1, 2])) == hash(frozenset([2, 1])), frozenset() is frozenset()
print frozenset([1]).union([2]), repr(frozenset()), repr(set())
print {frozenset([1]): 2}[frozenset([1])], set([frozenset([1])]), hash(frozenset())
print hash(frozenset([1, 2, 3]))
