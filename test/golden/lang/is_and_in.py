a = []
print a is a, a is not [], None is None, 1 in (1, 2), 'b' not in 'abc', 'bc' in 'abcd', '' in ''
print 1 in {1: 2}, 2 in {1: 2}, 1.0 in [1], u'a' in 'abc', float('nan') in [1]
n = float('nan')
print n in [n], n == n, [n] == [n], (n,) == (n,), n in (n,), {1: n} == {1: n}
for f in lambda: 1 in 5, lambda: 1 in 'abc', lambda: [] in {}, lambda: None in None:
    try:
        f()
    except TypeError as e:
        print e
