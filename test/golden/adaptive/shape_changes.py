# Objects and classes that change while a loop reads and writes attributes.


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, n):
        self.x += n
        self.y += n
        return self.x


class Point3(Point):
    def __init__(self, x, y, z):
        Point.__init__(self, x, y)
        self.z = z


class Turned(object):
    def __init__(self, y, x):
        self.y = y
        self.x = x


def walk(p, change):
    out = []
    for i in range(6):
        p.x += 1
        if i == 3:
            change(p)
        p.y += p.x
        out.append((p.x, p.y))
    return out


def run(what, change, make=lambda: Point(1, 2)):
    try:
        print what, walk(make(), change)
    except Exception as e:
        print what, type(e).__name__, e


def turn(p):
    p.__class__ = Turned


def delete(p):
    del p.y


def other_type(p):
    p.x, p.y = 'a', 1.5


def new_dict(p):
    p.__dict__ = {'x': 10, 'y': 20}


def ask_dict(p):
    p.__dict__['x'] = 100
    p.__dict__['w'] = 5


def more_names(p):
    for c in 'abcdefghij':
        setattr(p, c, c)


run('nothing', lambda p: None)
run('subclass', lambda p: None, lambda: Point3(1, 2, 3))
run('other class', lambda p: None, lambda: Turned(2, 1))
run('turn', turn)
run('turn from', turn, lambda: Point3(1, 2, 3))
run('delete', delete)
run('delete and set', lambda p: (delete(p), setattr(p, 'y', 7)))
try:
    run('types', other_type)
except TypeError as e:
    print e
run('dict', new_dict)
run('view', ask_dict)
run('names', more_names)

q = Point(0, 0)
d = q.__dict__
del q.x
q.x = 3
q.add(2)
print sorted(d.items())


class Default(object):
    count = 0

    def up(self):
        self.count += 1
        return self.count


ds = [Default() for i in range(3)]
for k in range(4):
    for o in ds:
        o.up()
Default.count = 50
print [o.count for o in ds], Default().up()


def last(p):
    Point.x = property(lambda self: 'computed',
                       lambda self, v: log.append(v))


log = []
run('property', last)
print log, Point(5, 6).x, walk.__name__
del Point.x
run('without', lambda p: None)


def hook(p):
    Point.__getattribute__ = lambda self, name: 7


run('hook', hook)
del Point.__getattribute__
run('without', lambda p: None)


def store_hook(p):
    Point.__setattr__ = lambda self, name, v: log.append((name, v))


del log[:]
run('store', store_hook)
del Point.__setattr__
print log
run('without', lambda p: None)


def missing(p):
    del p.y
    Point.__getattr__ = lambda self, name: 1000


run('missing', missing)
del Point.__getattr__
run('subclass', lambda p: None, lambda: Point3(1, 2, 3))
