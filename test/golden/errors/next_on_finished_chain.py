def a():
    yield next(b())
def b():
    if 0: yield
    raise IndexError('b failed')
for x in a():
    print x
