# Builtins that take a generator, replaced before and while it runs.
import __builtin__


def items(n):
    for i in xrange(n):
        yield i * i


def report(n):
    print sum(x + 1 for x in items(n)), any(x > 3 for x in items(n)),
    print max(items(n)), sorted(-x for x in items(n)),
    print list(x for x in xrange(n)), ' '.join(str(x) for x in items(n))


def replaced(name, f):
    saved = getattr(__builtin__, name)
    setattr(__builtin__, name, f)
    try:
        report(3)
    finally:
        setattr(__builtin__, name, saved)


class Shadow(object):
    def __init__(self, items):
        self.items = [x for x in items]

    def __repr__(self):
        return 'Shadow(%r)' % self.items


report(4)
replaced('sum', lambda items: ('sum', [x for x in items]))
replaced('any', lambda items: items.next())
replaced('max', lambda items: type(items).__name__)
replaced('sorted', Shadow)
replaced('list', Shadow)
replaced('str', repr)
report(2)


def inside():
    def swap(x):
        __builtin__.sum = len
        return x
    saved = sum
    try:
        print sum(swap(x) for x in [4, 5])
        try:
            print sum(x for x in [4, 5])
        except TypeError as e:
            print e
    finally:
        __builtin__.sum = saved


inside()
