"""for i, x in enumerate(...), and enumerate that means something else."""


def plain(items):
    out = []
    for i, x in enumerate(items):
        if x == 'skip':
            continue
        if x == 'stop':
            break
        out.append((i, x))
    else:
        out.append('all')
    return out


def started(items):
    return [i * 10 + x for i, x in enumerate(items, 3)] + \
        [i for i, x in enumerate(items, -2)]


def computed(items, start):
    return [(i, x) for i, x in enumerate(items, start)]


def nested(rows):
    total = 0
    for i, row in enumerate(rows):
        for j, x in enumerate(row):
            total += i * 100 + j * 10 + x
        total += i
    return total, i


def pairs(items):
    for i, (a, b) in enumerate(items):
        yield i, a + b
    for i, x in enumerate(items):
        got = yield i
        if got:
            yield got, i, x


def whole(items):
    return [p for p in enumerate(items)]


def guarded(items):
    n = None
    try:
        for n, x in enumerate(items):
            if x == 2:
                raise ValueError(x)
            1 // x
    except ZeroDivisionError as e:
        return 'zero', n, str(e)
    except ValueError as e:
        return 'two', n, str(e)
    except TypeError as e:
        return str(e), n
    finally:
        n = 'gone'
    return n


def failing():
    yield 1
    raise KeyError('inside')


class Items(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


class Stops(object):
    def __iter__(self):
        raise StopIteration('at once')


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


def growing():
    items = [1, 2]
    for i, x in enumerate(items):
        if i < 5:
            items.append(x + i)
    return items


def show():
    for x in ([], ['a', 'skip', 'b'], (1, 'stop', 2), 'xyz', u'\xe9x',
              {'k': 1}, Items(3), Old(), xrange(2), iter([7, 8])):
        print plain(x)
    print started([1, 2, 3]), computed((5, 6), 2 ** 62), computed('a', 2L)
    print nested([[1, 2], (3,), []]), growing()
    g = pairs([(1, 2), (3, 4)])
    print [next(g), next(g), next(g), g.send('x'), next(g)], list(g)
    print whole('ab'), guarded([1, 0]), guarded([1, 2]), guarded((1, 1)), \
        guarded(5)
    for bad in (5, None, failing(), Stops()):
        try:
            print plain(bad)
        except Exception as e:
            print type(e).__name__, e
    for wrong in ('ab', 1.5):
        try:
            print computed([1], wrong)
        except TypeError as e:
            print e


show()


def mine(items, start=0):
    for x in items:
        yield 'mine', x


import __builtin__
kept = __builtin__.enumerate
__builtin__.enumerate = mine
show_again = [plain([1, 2]), nested([[1]]) if 0 else None, whole('a')]
print show_again
__builtin__.enumerate = kept
print plain([1, 2])
for i, x in enumerate('module'):
    print i, x,
print


def switching():
    out = []
    for k in range(4):
        if k == 2:
            __builtin__.enumerate = mine
        for i, x in enumerate([k]):
            out.append((i, x))
    __builtin__.enumerate = kept
    return out


print switching()
globals()["enumerate"] = mine
print plain([3])
