import pprint
data = {'name': 'x' * 20, 'list': range(30),
    'nested': {'a': [1, (2, 3), {'k': 'v'}], 'b': 'text ' * 5}, 5: None}
pprint.pprint(data)
pprint.pprint(data, width=40, indent=2)
print pprint.pformat([1, 2]), pprint.pformat({'b': 1, 'a': 2}), pprint.pformat({})
print pprint.pformat(set([3, 1])), pprint.pformat(('a',) * 3)
print pprint.pformat([['x' * 30] * 3, 'y'], width=50), pprint.pformat(data, depth=1)
print pprint.isreadable([1]), pprint.isrecursive([])
print pprint.saferepr({'z': 1, 'a': u'\xe9'})
print pprint.pformat([u'\u20ac', 1L, 2.5, None])
l = [1]
l.append(l)
print pprint.isrecursive(l), pprint.isreadable(l)
