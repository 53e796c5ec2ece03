import atexit, sys
def bye(x): print 'atexit', x
atexit.register(bye, 1)
atexit.register(bye, 2)
def f():
    sys.exit('stopping')
f()
