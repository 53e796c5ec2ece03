s = slice(1, 10, 2)
for f in (lambda: s.indices('a'), lambda: slice(1, 2, 0).indices(5),
        lambda: slice('a').indices(5), lambda: hash(s), lambda: [1][slice('a')],
        lambda: [1][::0], lambda: setattr(s, 'start', 1), lambda: [1, 2]['a':'b'],
        lambda: 'abc'[1.5:], lambda: [1, 2, 3][None:None], lambda: (1,)[{}:],
        lambda: slice(1, 2, 3, 4), lambda: s.indices(), lambda: 'ab'[::'x']):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
