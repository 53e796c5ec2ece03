import __builtin__
names = sorted(n for n in dir(__builtin__) if isinstance(getattr(__builtin__, n), type) and issubclass(getattr(__builtin__, n), BaseException))
print len(names)
for n in names:
    c = getattr(__builtin__, n)
    print n, c.__bases__[0].__name__, c.__module__,
    try:
        e = c('m') if not n.startswith('Unicode') or n in ('UnicodeError', 'UnicodeWarning') else c.__name__
        print repr(e), str(e)
    except TypeError as x:
        print x
