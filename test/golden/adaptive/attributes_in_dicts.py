"""Attributes of functions, and of other objects that keep a dict only."""


def counted():
    def f():
        f.calls += 1
        return f.calls
    f.calls = 0
    return f


class Text(str):
    pass


class Number(int):
    unit = 'm'

    @property
    def double(self):
        return self * 2


class Error(Exception):
    code = 1


def bump(o):
    o.n = getattr(o, 'n', 0) + 1
    return o.n


def read(o):
    try:
        return o.n
    except AttributeError as e:
        return str(e)


def write(o):
    try:
        o.double = o.unit = 5
        return o.unit
    except AttributeError as e:
        return str(e)


f, g = counted(), counted()
print [f() for i in range(5)], [g() for i in range(3)], f.__dict__
objects = [f, Text('a'), Number(4), Error('b'), g, Text('c'), len, 5, Error]
for turn in range(3):
    for o in objects:
        try:
            print read(o), bump(o), read(o),
        except (AttributeError, TypeError) as e:
            print type(e).__name__, e,
    print
for o in objects[:6]:
    del o.n
    print read(o), bump(o)
print write(Number(3)), write(Error()), write(f), f.unit
Text.n = property(lambda self: 10)
try:
    print read(objects[1]), bump(objects[1])
except AttributeError as e:
    print e
Error.n = 7
print read(Error('x')), bump(Error('y')), read(objects[3])
f.__dict__['n'] = 'put in'
print read(f)
f.__dict__ = {'n': 'other dict'}
print read(f), f.n


def stale():
    out = []
    for k in range(4):
        if k == 2:
            Number.n = property(lambda self: 'late', lambda self, v: None)
        x = Number(k)
        x.n = k
        out.append(x.n)
    return out


print stale()
