def f():
    try:
        raise ValueError('lost')
    finally:
        print 'cleanup'
        {}['found']
f()
