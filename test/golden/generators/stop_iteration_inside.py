# StopIteration that leaves a generator's body is its end for a for loop.
def stops():
    yield 1
    raise StopIteration('early')


def runs_dry(items):
    it = iter(items)
    while True:
        yield it.next(), next(it)


class Iterator(object):
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def next(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


def main():
    for x in stops():
        print x
    else:
        print 'else'
    try:
        for pair in runs_dry([1, 2, 3]):
            print pair
    finally:
        print 'finally'
    print [x for x in stops()], list(runs_dry('abcde')), sum(Iterator())
    g = stops()
    print g.next()
    try:
        g.next()
    except StopIteration as e:
        print e.args
    try:
        raise StopIteration
    except StopIteration:
        for x in stops():
            pass
        for x in (next(iter([])) for i in 'ab'):
            print x


main()
for x in stops():
    print x
