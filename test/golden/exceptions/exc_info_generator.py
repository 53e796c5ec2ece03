import sys
def n(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
def gen():
    print 'g1', n()
    try:
        raise KeyError
    except KeyError:
        yield 1
        print 'g2', n()
    yield 2
    print 'g3', n()
g = gen()
try:
    raise ValueError
except ValueError:
    g.next()
    print 'main', n()
    g.next()
    print 'main', n()
print list(g), n()
