# How deep containers may be for repr(), print, == and cmp(), and calls may be
# that go through C.
import sys
counts = [0]


def nested(make, depth):
    x = 0
    for i in xrange(depth):
        x = make(x)
    return x


def deepest(f, make):
    low, high = 0, 2500
    message = None
    while high - low > 1:
        middle = (low + high) // 2
        try:
            f(nested(make, middle))
            low = middle
        except RuntimeError as e:
            high = middle
            message = str(e)
    return low, message


null = open('/dev/null', 'w')


def show(x):
    print >>null, x


class SubList(list):
    pass


makers = [lambda x: [x], lambda x: (x,), lambda x: {1: x},
          lambda x: SubList([x])]
for make in makers:
    for f in (repr, show, lambda x: x == nested(make, 2500),
              lambda x: cmp(x, nested(make, 2500))):
        print deepest(f, make)


class Missing(dict):
    def __missing__(self, key):
        counts[0] += 1
        return self[key]


class Descriptor(object):
    def __get__(self, o, t):
        counts[0] += 1
        return o.again


class Owner(object):
    again = Descriptor()


def applied():
    counts[0] += 1
    return apply(applied)


for f in (lambda: Missing()[1], lambda: Owner().again, applied):
    counts[0] = 0
    try:
        f()
    except RuntimeError as e:
        print counts[0], e
