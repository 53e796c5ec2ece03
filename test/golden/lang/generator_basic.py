def g(n):
    print 'start'
    for i in range(n):
        yield i
    print 'end'
it = g(2)
print type(it).__name__, iter(it) is it
print it.next(), next(it)
try:
    it.next()
except StopIteration as e:
    print 'stop', repr(e)
try:
    it.next()
except StopIteration:
    print 'still stopped'
print list(g(1)), next(it, 'default')
