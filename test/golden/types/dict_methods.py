d = {'a': 1, 'b': 2}
print d.get('a'), d.get('z'), d.get('z', 5), d.setdefault('a', 9), d.setdefault('c', 3)
print d.setdefault('n'), sorted(d.items())
print d.pop('a'), d.pop('zz', 'def'), d.has_key('b'), 'b' in d, len(d), d.__contains__('q')
d.update({'x': 1}, y=2)
d.update([('p', 5), ['q', 6]])
d.update(z=3)
d.update()
print sorted(d.items()), dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), dict(d) == d
print d.copy() is d
d.clear(); print d, d == {}, not d, {1: 2}.popitem()
print list({1: 2}.iterkeys()), list({1: 2}.itervalues()), list({1: 2}.iteritems())
print type({}.iteritems()).__name__, {1: 2}.viewkeys(), {1: 2}.viewvalues()
print {1: 2}.viewitems()
print {1: 2} == {1: 2.0}, {1: 2} != {1: 3}, cmp({1: 2}, {1: 3})
print cmp({1: 2}, {2: 1, 3: 1}), {1: 1} < {2: 0}, {'a': {}} == {'a': {}}
for f in (lambda: {}['k'], lambda: {}.pop('k'), lambda: {}.popitem(), lambda: {}.pop(),
        lambda: {}.setdefault(), lambda: {}.get(), lambda: {[]: 1}, lambda: {}.fromkeys(),
        lambda: {}.update(1, 2), lambda: {}.has_key(), lambda: {}.has_key([]), lambda: [] in {},
        lambda: hash({}), lambda: {}.update({1: 2}, 5), lambda: dict.get({}, []),
        lambda: dict([(1, 2), 3])):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
