# Small objects that die where they were made, until something is different.
import traceback


class Vec(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        if k is None:
            return NotImplemented
        return Vec(self.x * k, self.y * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def swap(self):
        self.x, self.y = self.y, self.x
        return self.x

    def __repr__(self):
        return 'Vec(%r, %r)' % (self.x, self.y)


class Other(object):
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __rmul__(self, k):
        return 'Other.__rmul__'


def attributes(o):
    return sorted(o.__dict__.items())


def run(a, b, n):
    total = 0
    for i in range(n):
        v = (a + b) * i
        total += v.dot(a) + v.swap()
    return total


def seen(a, b, at):
    kept = []
    for i in range(5):
        v = a + b
        if i == at:
            kept.append(v)
        total = v.dot(v)
    return total, kept


def identity(a, n):
    same = 0
    for i in range(n):
        v = a + a
        w = v
        same += (v is w) + (v is a) * 10 + (v is None) * 100
        w.x = i
        same += v.x
    return same


def half(a, items):
    out = []
    for i in items:
        v = Vec(i, 1)
        v.y += i
        out.append(v.dot(a))
    return out


def show(f, *args):
    try:
        print f.__name__, f(*args)
    except Exception as e:
        print f.__name__, type(e).__name__, e
        for row in traceback.extract_tb(__import__('sys').exc_info()[2]):
            print '   ', row[1:]


a, b = Vec(1.5, 2.5), Vec(0.5, -1.0)
show(run, a, b, 10)
show(run, Vec(1, 2), Vec(3, 4), 10)
show(run, Vec(2 ** 61, 2), Vec(2 ** 61, 4), 10)
show(run, Vec(1, 2.5), Vec(3L, True), 10)
show(run, Vec('a', 2), Vec('b', 4), 10)
show(run, a, Other(1.0, 2.0), 10)
show(run, a, None, 10)
show(run, Other(1, 2), a, 10)
show(run, Vec(1j, None), Vec(2, 3), 10)
show(seen, a, b, 3)
show(seen, a, b, 7)
show(identity, Vec(1, 2), 10)
show(half, a, [1, 2, 3.5, 2 ** 63, 'x', 4])
show(half, a, [1, None])
show(lambda v: v * None, a)
show(lambda v: v * Other(1, 2), a)


# A slot that is not always set; half an object in a traceback.
class Odd(object):
    def __init__(self, a, b):
        self.a = a
        if a > 1:
            self.b = b
        self.c = a / b

    def value(self):
        return self.a + self.c

    def all(self):
        return self.a + self.b + self.c


def odd(values, b):
    total = 0
    for v in values:
        o = Odd(v, b)
        total += o.value()
        if v > 2:
            total += o.all()
            del o.b
            total += o.a
    return total


def odd_unset(values, b):
    total = 0
    for v in values:
        o = Odd(v, b)
        total += o.value()
        total += o.all()
    return total


def odd_kept(values, b):
    kept = []
    for v in values:
        o = Odd(v, b)
        if o.value() > 10:
            kept.append(attributes(o))
    return kept


show(odd, [0, 1, 2, 3], 2.0)
show(odd, [0, 1, 2, 3], 0)
show(odd, [3, 2, 1, 'x'], 3)
show(odd_unset, [3, 2, 1, 0], 3)
show(odd_kept, [3, 2, 1, 0, 10, 20.5], 3)


# Objects in objects.
class Pair(object):
    def __init__(self, left, right):
        self.left, self.right = left, right

    def length(self):
        return self.left.dot(self.right)


def pairs(a, b, n):
    total, last = 0, None
    for i in range(n):
        p = Pair(a + b, b * i)
        total += p.length()
        if i == 8:
            last = p, p.left, p.right
    return total, last and (last[0].left is last[1], last[1:])


show(pairs, a, b, 5)
show(pairs, a, b, 10)
show(pairs, a, Vec(2, 'x'), 2)


# Others may be the classes' instances, the methods, or the attributes.
class Loud(Vec):
    def __setattr__(self, name, value):
        print 'set', name
        object.__setattr__(self, name, value)


show(run, Loud(1, 2), a, 2)


def changed(change, undo=None, a=a, b=b):
    out = []
    for i in range(6):
        if i == 3:
            change()
        v = a + b
        v.x += i
        out.append(v.dot(b))
        w = Vec(i, v.x)
        out.append(w.swap() + w.dot(v))
    if undo:
        undo()
    return out


def attempt(name, change, undo=None):
    try:
        print name, changed(change, undo)
    except Exception as e:
        print name, type(e).__name__, e
        if undo:
            undo()


def setter(name, value):
    old = Vec.__dict__.get(name)

    def undo():
        if old is None:
            delattr(Vec, name)
        else:
            setattr(Vec, name, old)
    return lambda: setattr(Vec, name, value), undo


old_dot = Vec.dot.im_func
attempt('dot', *setter('dot', lambda s, o: 'dot' if s is o else 0.25))
attempt('classmethod', *setter('dot', classmethod(lambda c, o: 7)))
attempt('same in classmethod', *setter('dot', classmethod(old_dot)))
attempt('staticmethod', *setter('swap', staticmethod(lambda *args: 9)))
attempt('property dot', *setter('dot', property(lambda s: lambda o: s.x)))
attempt('no dot', lambda: delattr(Vec, 'dot'),
        lambda: setattr(Vec, 'dot', old_dot))
attempt('__init__', *setter('__init__', lambda s, x, y: setattr(s, 'x', x)))
old_init = Vec.__init__.im_func
attempt('__init__ that sets more', *setter(
    '__init__', lambda s, x, y: (old_init(s, x, y), setattr(s, 'z', 1))[1]))
attempt('__init__ with a result', *setter('__init__', lambda s, x, y: 1))
attempt('__add__', *setter('__add__', lambda s, o: s))
attempt('__add__ None', *setter('__add__', lambda s, o: None))
attempt('__add__ declines', *setter('__add__', lambda s, o: NotImplemented))
attempt('__getattribute__', *setter(
    '__getattribute__', lambda s, n: 5 if n == 'x' else
    object.__getattribute__(s, n)))
attempt('__getattr__', *setter('__getattr__', lambda s, n: 11))
attempt('__setattr__', *setter('__setattr__', lambda s, n, v: None))
attempt('__new__', *setter('__new__', staticmethod(
    lambda c, *args: object.__new__(Other))))
attempt('property x', *setter('x', property(
    lambda s: 3, lambda s, v: s.__dict__.__setitem__('hidden', v))))
attempt('constant x', *setter('x', 42))
attempt('__call__', *setter('__call__', lambda s: 1))
plain = Vec


def rebind():
    globals()['Vec'] = Other


def restore():
    globals()['Vec'] = plain


attempt('the global', rebind, restore)


def subclass():
    globals()['Vec'] = type('Vec', (Vec,), {'dot': lambda s, o: -1})


attempt('a subclass', subclass, restore)


# The class changes while an object is about.
def between(changes):
    out = []
    for c in changes:
        v = a + b
        v.y = 7
        c and c()
        out.append((v.x, v.dot(a)))
    return out


change, undo = setter('x', property(lambda s: -2))
show(between, [None, None, change, None])
undo()
change, undo = setter('dot', lambda s, o: attributes(s))
show(between, [None, None, change, None])
undo()
change, undo = setter('__getattribute__', lambda s, n: n)
show(between, [None, None, change])
undo()


# Objects that change while the loop has them.
def replaced(a, change):
    out = []
    for i in range(4):
        if i == 2:
            change(a)
        out.append(a.dot(a + a))
    return out


def hide(o):
    o.dot = lambda other: 'hidden'


def other_class(o):
    o.__class__ = Other


def to_dict(o):
    o.__dict__ = {'x': 1, 'y': 'y'}


show(replaced, Vec(1, 2), hide)
show(replaced, Vec(1, 2), other_class)
show(replaced, Vec(1, 2), lambda o: delattr(o, 'x'))
show(replaced, Vec(1, 2), lambda o: o.__dict__.clear())
show(replaced, Vec(1, 2), to_dict)


class Old:
    def __init__(self, x):
        self.x = x

    def twice(self):
        return self.x * 2


def old(n):
    total = 0
    for i in range(n):
        total += Old(i).twice()
    return total


show(old, 10)
