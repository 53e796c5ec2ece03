def f(n):
    r = []
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            for j in xrange(-2, 2):
                r.append(10 // j)
        except ZeroDivisionError:
            r.append('z')
        except ValueError, e:
            r.append(str(e))
            continue
    return r
print f(7)
def g(n):
    for i in xrange(-1, n):
        for j in range(i):
            try:
                yield 10 // (j - 1)
            except ZeroDivisionError:
                yield 'zero'
print list(g(4))
def h():
    t = 0
    for i in xrange(5):
        t = t * 2 ** 40 + i
        try:
            t += int('x' if i == 3 else '7')
        except ValueError:
            t -= 1
    return t
print h()
