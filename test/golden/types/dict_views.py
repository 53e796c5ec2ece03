d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.viewkeys(), d.viewvalues(), d.viewitems()
print sorted(k), sorted(v), sorted(i), len(k), 'a' in k, 1 in v, ('a', 1) in i
print ('a', 2) in i, ['a', 1] in i
d['d'] = 4
print len(k), sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'})
print sorted(k ^ {'a', 'z'}), sorted(i & {('a', 1)}), k == set('abcd'), k >= {'a'}
print k < set('abcdef'), k.isdisjoint('xyz') if hasattr(k, 'isdisjoint') else 'n'
print type(k & k), type(k), {1: 2}.viewkeys(), {}.viewitems()
print {1: 2}.viewitems() == {1: 2}.viewitems(), {1: 2}.viewkeys() == [1]
try:
    hash(k)
except TypeError as e:
    print e
for x in (lambda: k + k, lambda: k[0], lambda: v == v, lambda: k & 5):
    try:
        print x()
    except TypeError as e:
        print e
