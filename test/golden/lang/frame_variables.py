# f_locals of frames: parameters, variables, cells, classes, generators,
# of calls in progress, that have ended, and of tracebacks.
import sys


def own(a, b=2, *rest, **named):
    c = a + b
    for i in range(3):
        pass
    del c
    return sys._getframe().f_locals


def caller(x):
    y = x * 2.5
    seen = look()
    y = None
    return seen, y


def look():
    return dict(sys._getframe(1).f_locals)


def outer(p):
    q = p + 1

    def inner():
        return q, sorted(sys._getframe().f_locals.items())

    q += 1
    r = inner()
    return r, sorted(sys._getframe().f_locals)


def failing(n):
    half = n / 2
    if n:
        failing(half)
    return half / n


def items(n):
    for i in xrange(n):
        yield i, sorted(sys._getframe().f_locals.items())


def fact(n):
    if n == 0:
        f, ns = sys._getframe(), []
        while f.f_code.co_name == 'fact':
            ns.append(f.f_locals['n'])
            f = f.f_back
        return ns
    return fact(n - 1)


def kept():
    before = 1
    f = sys._getframe()
    same = f.f_locals is f.f_locals
    after = 2
    return f


class Made(object):
    size = 3
    sys._getframe().f_locals['added'] = size + 1
    names = sorted(sys._getframe().f_locals)


print sorted(own(1, 2, 3, k=4).items())
print caller(3)
print outer(5)
try:
    failing(5)
except ZeroDivisionError:
    tb = sys.exc_info()[2].tb_next
    while tb:
        print tb.tb_frame.f_locals
        tb = tb.tb_next
print list(items(2))
print fact(3)
names = kept().f_locals
print names['before'], names['after'], names['same']
print Made.added, Made.names
print sys._getframe().f_locals is globals()


def far(k):
    return kept()


print far(9).f_back.f_locals
