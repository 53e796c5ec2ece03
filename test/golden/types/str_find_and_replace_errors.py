s = 'abracadabra'
for f in (lambda: s.index('z'), lambda: s.rindex('z'), lambda: s.find(5), lambda: s.count(),
        lambda: s.startswith(5), lambda: s.startswith((5,)), lambda: s.replace(1, 2),
        lambda: s.replace('a', 'b', 'c'), lambda: 5 in s, lambda: s.find('a', 'b'),
        lambda: s.endswith(['a']), lambda: s.index('a', 5.5)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
