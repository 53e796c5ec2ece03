# The traceback names the generators that were part of the loop.
import sys


def inner(n):
    for i in range(n):
        yield 6 / (n - i - 2)


def outer(n):
    for x in inner(n):
        yield x + 1


def total(n):
    return sum(x * 2 for x in outer(n))


def table(n):
    return dict((x, y) for x in outer(n) for y in {x / (x - 7) for z in 'a'})


for f, n in (total, 4), (table, 3), (table, 2):
    try:
        print f(n)
    except ZeroDivisionError:
        tb = sys.exc_info()[2]
        while tb:
            code = tb.tb_frame.f_code
            print code.co_name, tb.tb_lineno
            tb = tb.tb_next


class Error(Exception):
    pass


def raises():
    yield 1
    raise Error('end')


for x in raises():
    print x
