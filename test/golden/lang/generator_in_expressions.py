def f():
    a = yield
    b = (yield) or 'none'
    c = [(yield 1), (yield 2)]
    d = {(yield 'k'): (yield 'v')}
    yield a, b, c, d
    yield
g = f()
print [g.next()] + [g.send(x) for x in 'abcdef']
print g.next()
