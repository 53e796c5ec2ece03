log = []
def f(n):
    try:
        log.append('try %d' % n)
        if n == 0: raise ValueError('bottom')
        try:
            f(n - 1)
        except KeyError as e:
            log.append('key %d %s' % (n, e))
            raise IndexError(n)
    except ValueError as e:
        log.append('value %d %s' % (n, e))
        raise KeyError(n)
    except IndexError as e:
        log.append('index %d %s' % (n, e))
        raise ValueError('again %d' % n)
    finally:
        log.append('fin %d' % n)
try:
    f(4)
except Exception as e:
    log.append(repr(e))
print '\n'.join(log)
