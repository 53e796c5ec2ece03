# Fields read at one place from namedtuples that are usual and unusual.
from collections import namedtuple
from operator import itemgetter

P = namedtuple('P', 'x y')


class Doubled(P):
    def __getitem__(self, i):
        return 2 * tuple.__getitem__(self, i)


class WithDict(P):
    pass


class Own(tuple):
    __slots__ = ()
    last = property(itemgetter(-1))
    part = property(itemgetter(slice(0, 2)))
    pair = property(itemgetter(0, 1))
    far = property(itemgetter(7))
    x = property(itemgetter(0L))


class Other(object):
    x = property(itemgetter(1))
    y = 'plain'

    def __getitem__(self, i):
        return 'item %d' % i


def show(o):
    try:
        return o.x, o.y
    except (AttributeError, IndexError) as e:
        return type(e).__name__, str(e)


w = WithDict(5, 6)
w.z = 1
short = tuple.__new__(P, (1,))
for turn in range(2):
    for o in [P(1, 2), Doubled(1, 2), w, short, Other(), Own((7, 8)), P('a', None)]:
        print show(o),
    print
t = Own((1, 2, 3))
for turn in range(2):
    print t.last, t.part, t.pair, t.x
    try:
        print t.far
    except IndexError as e:
        print e
for i in range(4):
    print show(P(i, -i)),
    if i == 1:
        P.x = property(lambda self: 'new')
    if i == 2:
        del P.x
print
try:
    P(1, 2).y = 3
except AttributeError as e:
    print e
print P(1, 2)._replace(y=4).y, sum(p.y for p in [P(1, n) for n in range(5)])
