values = 1, 3L, 1.5, [], 'a', None
for a in values:
    for b in values:
        for c in values:
            try:
                print repr(pow(a, b, c))
            except TypeError as e:
                print e
