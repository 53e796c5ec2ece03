def t(f):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
class O: pass
class N(object): pass
for x in 5, None, 1.5, len, N(), O():
    def loop():
        for i in x: pass
    t(loop)
    t(lambda: iter(x))
    t(lambda: list(x))
    t(lambda: 1 in x)
    t(lambda: map(None, x))
    t(lambda: zip(x))
    t(lambda: sum(x))
    t(lambda: max(x))
    t(lambda: ''.join(x))
    t(lambda: enumerate(x))
    t(lambda: reversed(x))
    t(lambda: next(x))
t(lambda: next(iter([])))
t(lambda: max([]))
t(lambda: min(()))
t(lambda: reduce(lambda a, b: a, []))
t(lambda: sum(['a']))
t(lambda: sum(['a'], ''))
t(lambda: max())
t(lambda: iter(5, 6))
t(lambda: reversed({}))
t(lambda: dict([1]))
t(lambda: dict(['abc']))
t(lambda: filter(5, [1]))
t(lambda: map(5, [1]))
t(lambda: map(None))
t(lambda: reduce(5, [1, 2]))
t(lambda: zip(1))
