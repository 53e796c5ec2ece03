# next() in all its forms, and shadowed.
import __builtin__


def gen():
    yield 1
    raise StopIteration('last')


class Old:
    def next(self):
        return 7


class Empty(object):
    def next(self):
        raise StopIteration


def take(it, *other):
    try:
        return next(it)
    except StopIteration as e:
        return len(e.args), next(it, None), next(it, 'other')
    except TypeError as e:
        return str(e)


def drain(it):
    n = 0
    while True:
        x = next(it, None)
        if x is None:
            return n
        n += x


def count(it):
    n = 0
    try:
        while 1:
            next(it)
            n += 1
    except StopIteration:
        return n


def main():
    g = gen()
    print take(g), take(g), take(g)
    print take(iter([1])), take(iter(())), take([]), take(Old()), take(5)
    print take(Empty())
    print drain(iter([1, 2, 3])), drain(x for x in range(5)), count(gen())
    try:
        next(3, 4)
    except TypeError as e:
        print e
    try:
        next((1 / 0 for i in 'a'), 4)
    except ZeroDivisionError as e:
        print e
    for args in (), (1, 2, 3):
        try:
            next(*args)
        except TypeError as e:
            print e


main()
saved = next
__builtin__.next = lambda *args: len(args)
print take(5), drain([]) if 0 else 'no'
__builtin__.next = saved
print take(iter('z'))
