# Functions that are expected to give numbers and get them from code that
# nothing is known of: as numbers, and whatever else comes.


def parse(text):
    try:
        return int(text)
    except ValueError:
        return -1


def half(x):
    return float(x) / 2


def pick(table, key):
    return table[key] + 0


def total(texts):
    t = 0
    for s in texts:
        t += parse(s)
    return t


def halves(xs):
    t = 0.0
    for x in xs:
        t += half(x)
    return t


def picks(table, n):
    t = 0
    for i in range(n):
        t += pick(table, i)
    return t


print total(['1', 'x', '20', '', '300']), total(['9' * 30, '1']), total([])
print halves([1, '2', 3.5, True]), halves(['inf']), halves([])
print picks([1, 2, 3], 3), picks([1, 2.5, True], 3), picks({0: 10 ** 30}, 1)
print picks({0: 2 ** 62, 1: 2 ** 62}, 2), picks([-1 << 61, 1j], 2)
int_ = int


class Loud(object):
    def __add__(self, other):
        return 'loud'

    def __radd__(self, other):
        return self


print picks([Loud()], 0), pick([Loud()], 0)
try:
    print picks([Loud()], 1)
except TypeError as e:
    print e
import __builtin__
__builtin__.int = lambda text: text
try:
    print total(['1', '2'])
except TypeError as e:
    print e
__builtin__.int = lambda text: [int_(text)][0] * 1.5
print total(['1', '2'])
__builtin__.int = int_
print total(['1', '2'])
