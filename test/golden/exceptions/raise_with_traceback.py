import sys, traceback
def inner(): raise ValueError('orig')
def outer():
    try:
        inner()
    except ValueError:
        t, v, tb = sys.exc_info()
        raise KeyError, 'changed', tb
try:
    outer()
except KeyError:
    tb = sys.exc_info()[2]
    print [(n, l) for f, l, n, s in traceback.extract_tb(tb)]
try:
    raise ValueError, None, None
except ValueError as e:
    print repr(e)
