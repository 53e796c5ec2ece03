def a():
    for i in range(3):
        try:
            if i == 0: continue
            if i == 1: raise ValueError
            break
        except ValueError:
            print 'except', i
            continue
        finally:
            print 'finally', i
    return i
print a()
def b():
    try:
        try:
            raise KeyError('lost')
        finally:
            raise ValueError('replaces')
    except Exception as e:
        return repr(e)
print b()
def c():
    while 1:
        try:
            return 'ret'
        finally:
            break
    return 'after'
print c()
def d():
    try:
        try:
            return 1 / 0
        finally:
            print 'inner'
    except ZeroDivisionError:
        return 'outer handler'
    finally:
        print 'outer finally'
print d()
