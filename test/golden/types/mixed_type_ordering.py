class O: pass
class N(object): pass
vals = [None, 1, 2.5, 3L, 'a', u'b', (1,), [1], {}, True, (), '', [], -1, u'']
print sorted(vals)
print None < 0, 1 < 'a', 'a' < (), [] < (), {} < [], 5 < [], 'z' < u'zz'
print {1: 2} < {1: 3}, {1: 2} < {0: 1, 3: 4}, (1, 2) < (1, 'a'), [1, None] < [1, 0]
print 1 < None, cmp('a', 1), cmp(1, 'a'), cmp(None, None), cmp([], ()), cmp({}, [])
print max(1, 'a', None, ()), min('a', [], {}, 5), (1,) < [0], 1e300 < '', True < '1'
print u'a' < 'b', u'a' == 'a', cmp(u'a', 'b'), 10 ** 50 < 'a', 1j == 1
for a, b in ((1j, 2), (set([1]), 2), (1j, 'a'), (set(), [])):
    try:
        print a < b, cmp(a, b)
    except TypeError as e:
        print e
