def inner():
    yield 1
    raise ValueError('from inner')
def outer():
    try:
        for x in inner(): yield x
    except ValueError as e:
        yield 'outer caught: %s' % e
    raise KeyError('end')
g = outer()
print next(g), next(g)
try:
    next(g)
except KeyError as e:
    print 'KeyError', e
print next(g, 'finished')
def stop():
    yield 1
    raise StopIteration
    yield 2
print list(stop())
