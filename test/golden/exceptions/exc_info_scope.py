import sys
def name(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
print name()
def f():
    try:
        raise ValueError
    except ValueError:
        print name()
        g()
        print name()
    print 'after', name()
def g():
    print 'in g', name()
    try:
        raise KeyError
    except KeyError:
        print 'g handler', name()
    print 'g after', name()
f()
print name()
try:
    raise IndexError
except IndexError:
    pass
print name()
sys.exc_clear()
print name()
