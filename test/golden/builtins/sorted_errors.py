l = [2, 1]
stable = [('x', 2), ('y', 1), ('z', 2), ('w', 1)]
for f in (lambda: sorted(5), lambda: sorted([1], 5, 5), lambda: sorted([1, 2], key=5),
        lambda: sorted([1, 2], foo=1), lambda: sorted([1, 2], cmp=5), lambda: sorted([1, 1j])):
    try:
        print f()
    except TypeError as e:
        print e
