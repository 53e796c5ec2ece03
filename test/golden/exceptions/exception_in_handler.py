def f():
    try:
        raise ValueError('first')
    except ValueError:
        raise KeyError('second')
    finally:
        print 'finally runs'
try:
    f()
except KeyError as e:
    print repr(e)
def g():
    try:
        raise ValueError('a')
    except KeyError:
        print 'no'
    except (undefined if False else ValueError) as e:
        try:
            int('x')
        except ValueError as e2:
            print e2
        print e
g()
def h():
    try: {}[1]
    except KeyError: {}[2]
    else: print 'no'
try: h()
except KeyError, e: print e
