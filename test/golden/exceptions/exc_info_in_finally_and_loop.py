import sys
def n(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
def f():
    for i in range(2):
        try:
            try:
                if i: raise ValueError
                raise KeyError
            finally:
                print 'finally', n()
        except (KeyError, ValueError):
            print 'except', n()
        else:
            print 'never'
        print 'loop', n()
f()
print n()
def g():
    try:
        return 'r'
    finally:
        print n()
print g()
