x = xrange(3)
for f in (lambda: range(), lambda: range(1.5), lambda: range('a'), lambda: range(1, 2, 0),
        lambda: range(1, 2, 3, 4), lambda: range(None), lambda: xrange(1, 2, 0),
        lambda: xrange(1.5), lambda: xrange(2 ** 64)):
    try:
        print f()
    except (TypeError, ValueError, OverflowError) as e:
        print type(e).__name__, e
