import sys
def low():
    return int('x')
def mid():
    try:
        low()
    except ValueError as e:
        t, v, tb = sys.exc_info()
        raise RuntimeError, 'wrapped: %s' % v, tb
mid()
