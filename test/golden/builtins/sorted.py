print sorted([3, 1, 2]), sorted('bca'), sorted((2, 1)), sorted({'b': 1, 'a': 2})
print sorted(x for x in [2, 1]), sorted([1, 2], reverse=True)
print sorted(['b', 'A'], key=str.lower), sorted([3, 1, 2], lambda a, b: b - a)
print sorted(['a', 'B'], None, str.upper, True), sorted([])
print sorted([(1, 'b'), (1, 'a')]), sorted(['10', '9', 9, 10, None, 1.5])
l = [2, 1]
print sorted(l) is l, l, sorted([1, 1.0, True]), sorted(set('hello'))
print sorted([[2], [1, 2], []], key=len, reverse=True)
print sorted('aB', cmp=lambda a, b: cmp(a.lower(), b.lower()))
stable = [('x', 2), ('y', 1), ('z', 2), ('w', 1)]
print sorted(stable, key=lambda t: t[1]), sorted(stable, key=lambda t: t[1], reverse=True)
