# As objects_not_made, with attributes that are always floats: what breaks is
# found out between two uses of an object that is not there yet.
import sys
import threading


class Vec(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def swap(self):
        self.x, self.y = self.y, self.x
        return self.x


class Box(object):
    def __init__(self, low, high):
        self.low = low
        self.high = high

    def size(self):
        return (self.low + self.high).dot(self.high)


def attributes(o):
    return type(o).__name__, sorted(o.__dict__.items())


a, b = Vec(1.5, 2.5), Vec(0.5, -1.0)
log = []


def plain(a, b, n):
    total = 0.0
    for i in range(n):
        v = a + b
        total += v.dot(a) + v.swap() + v.dot(b)
    return total


def nested(a, b, n):
    total = 0.0
    for i in range(n):
        box = Box(a + b, b)
        total += box.size()
        box.low = a
        total += box.size() + box.low.x
    return total


def between(a, b, n, act):
    out = []
    for i in range(n):
        v = a + b
        v.y = 7.25
        act(i)
        out.append((v.x, v.dot(a)))
    return out


def same(a, b, n):
    found = 0
    for i in range(n):
        v = a + b
        w = a + b
        if v is w:
            found += 1
        if v is v and w is not None:
            found += 10
    return found


def kept(a, b, n, at):
    for i in range(n):
        v = a + b
        v.x += 1.0
        if v.x > at:
            log.append(v)
            v.x = 100.0
            return v.dot(b), log[-1].x, log[-1] is v
    return None


def caught(a, b, n, act):
    out = []
    for i in range(n):
        v = a + b
        try:
            v.x = 2.5
            act(i)
            v.y = 0.5
        except ValueError:
            v.x = -1.0
        out.append(v.dot(a))
    return out


def nothing(i):
    pass


def at_two(f):
    def act(i):
        if i == 2:
            f()
    return act


def show(f, *args):
    try:
        print f.__name__, f(*args)
    except Exception as e:
        print f.__name__, type(e).__name__, e
        tb = sys.exc_info()[2]
        while tb:
            print '   ', tb.tb_frame.f_code.co_name, tb.tb_lineno
            tb = tb.tb_next


# Calls that the compiler sees; those through show() it does not.
def expected():
    plain(a, b, 5)
    nested(a, b, 5)
    between(a, b, 4, nothing)
    same(a, b, 5)
    kept(a, b, 5, 2.5)
    caught(a, b, 4, nothing)


def all_of_them():
    show(plain, a, b, 5)
    show(nested, a, b, 5)
    show(between, a, b, 4, nothing)
    show(same, a, b, 5)
    show(kept, a, b, 5, 2.5)
    show(kept, a, b, 5, 9.0)
    show(caught, a, b, 4, nothing)


def error():
    raise ValueError('expected')


def trial(name, value):
    old = Vec.__dict__.get(name)

    def change():
        setattr(Vec, name, value)

    def undo():
        if old is None:
            if name in Vec.__dict__:
                delattr(Vec, name)
        else:
            setattr(Vec, name, old)
    print '---', name
    show(between, a, b, 4, at_two(change))
    undo()
    show(caught, a, b, 4, at_two(change))
    undo()
    change()
    all_of_them()
    undo()


expected()
all_of_them()
show(caught, a, b, 4, at_two(error))
show(between, a, b, 4, at_two(error))
trial('x', property(lambda s: 0.125))
trial('x', property(lambda s: 0.125, lambda s, v: None))
trial('dot', lambda s, o: attributes(s))
trial('dot', property(lambda s: lambda o: sorted(s.__dict__)))
trial('swap', classmethod(lambda c: 0.0))
trial('__getattribute__', lambda s, n: len(n) * 1.0 if len(n) < 2 else
      object.__getattribute__(s, n))
trial('__getattr__', lambda s, n: 3.0)
trial('__setattr__', lambda s, n, v: s.__dict__.__setitem__(n, v * 2))
trial('__add__', lambda s, o: s)
trial('__add__', lambda s, o: NotImplemented)
trial('__radd__', lambda s, o: 'radd')
trial('__init__', lambda s, x, y: s.__dict__.update(x=y, y=x, z=0.0))
trial('__init__', lambda s, x, y: 1 / 0)
trial('__init__', lambda s, x, y=0.0, *z: setattr(s, 'x', x))
trial('__new__', staticmethod(lambda c, *z: [1.0]))
trial('__len__', lambda s: 0)
trial('__eq__', lambda s, o: 1 / 0)


make = [Vec][0]


class Sub(Vec):
    def __radd__(self, other):
        return 'Sub.__radd__'


class Hidden(Vec):
    __slots__ = 'w',


show(plain, Sub(1.0, 2.0), b, 3)
show(plain, a, Sub(1.0, 2.0), 3)
show(nested, Hidden(1.0, 2.0), a, 3)
show(plain, a, Hidden(1.0, 2.0), 3)
hiding = Vec(1.0, 2.0)
hiding.dot = lambda other: 64.0
show(plain, a, hiding, 3)
show(nested, a, hiding, 3)
show(nested, hiding, a, 3)
less = Vec(1.0, 2.0)
del less.x
show(plain, a, less, 3)
show(nested, a, less, 3)
show(plain, a, make(1, 2L), 3)
show(plain, make(1e308, 5e-324), make(1e308, 0.0), 3)
show(nested, make(0.0, -0.0), make(float('inf'), 0.0), 3)
show(plain, a, make('x', 1.0), 3)
show(plain, a, None, 3)


class Meta(type):
    pass


show(between, a, b, 4, at_two(lambda: setattr(Vec, '__class__', Meta)))


def other():
    class Third(object):
        def dot(self, other):
            return 'third'
    a.__class__ = Third


show(between, a, b, 4, at_two(other))
a.__class__ = Vec
all_of_them()
results = []


def work():
    results.append((plain(a, b, 20000), nested(a, b, 20000)))


threads = [threading.Thread(target=work) for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print len(set(results)), results[0]
