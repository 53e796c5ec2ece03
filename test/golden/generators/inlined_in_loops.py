# Loops over generators of the module: break, else, errors, several yields.
import sys


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def both_signs(n):
    for i in xrange(n):
        yield i
        if i:
            yield -i


def scaled(k, source):
    for x in source:
        yield x * k


def nothing():
    return
    yield 1


def sends():
    x = yield 1
    yield x


def fails(n):
    yield n
    yield 10 // n


def stops(items):
    it = iter(items)
    yield it.next()
    raise StopIteration('early')


def grows(n):
    while True:
        yield n
        n *= n + 1


def main(k):
    for x in numbers(5):
        if x == 3:
            break
        print x,
    else:
        print 'no',
    print x
    for x in scaled(k, scaled(-1, both_signs(4))):
        print x,
    else:
        print 'else'
    for x in nothing():
        print x
    for x in sends():
        print x
    for x in grows(2):
        if x > 10 ** 60:
            break
    print x
    for x in stops('abc'):
        print x
    for outer in numbers(3):
        for inner in numbers(outer):
            if inner > 1:
                continue
            print outer, inner
    shared = numbers(6)
    for x in shared:
        if x == 2:
            break
    for x in shared:
        print x,
    print
    print [[x for x in (y * k for y in numbers(3))] for z in numbers(2)]
    for n in 5, 0:
        try:
            for x in fails(n):
                print x
        except ZeroDivisionError as e:
            tb = sys.exc_info()[2]
            while tb:
                print tb.tb_frame.f_code.co_name, tb.tb_lineno - start
                tb = tb.tb_next
            print e


def forever(k):
    for x in numbers(k):
        for y in numbers(x):
            if y > 2:
                return x, y


start = main.func_code.co_firstlineno
main(3)
print forever(10), forever(2)
for x in scaled(2, fails(0)):
    print x
