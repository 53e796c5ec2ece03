def g():
    yield 1
    yield 2
it = g()
it.next()
it.throw(ValueError, 'thrown in')
