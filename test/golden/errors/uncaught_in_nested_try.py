def f():
    try:
        try:
            raise ValueError(1)
        except KeyError:
            print 'no'
        finally:
            print 'inner finally'
    finally:
        print 'outer finally'
f()
