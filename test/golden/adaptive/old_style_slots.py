# Attributes of old-style instances by position, while classes and instances do
# what makes that wrong.
class Point:
    kind = 'point'

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, o):
        return self.x + o.x, self.y + o.y

    def move(self, d):
        self.x += d
        self.y = self.x - d
        return self


class Named(Point):
    def __init__(self, x, y, name):
        Point.__init__(self, x, y)
        self.name = name

    def label(self):
        return '%s at %s' % (self.name, (self.x, self.y))


class New(object):
    def __init__(self, x, y):
        self.y = y
        self.x = x


class Other:
    def __init__(self, y, x):
        self.y = y
        self.x = x


class Hooked(Point):
    def __setattr__(self, name, v):
        self.__dict__[name] = (name, v)

    def __getattr__(self, name):
        return name * 2


class Late:
    def __init__(self, n):
        if n:
            self.x = n
        self.y = n

    def get(self):
        try:
            return self.x, self.y
        except AttributeError as e:
            return str(e)


def use(p, o):
    r = []
    for f in (lambda: p.add(o), lambda: p.move(3).add(o), lambda: (p.x, p.y),
              lambda: p.label(), lambda: sorted(vars(p).items())):
        try:
            r.append(f())
        except Exception as e:
            r.append(str(e))
    print r


for i in range(3):
    p = Point(i, 2)
    use(p, Point(1.5, i))
    use(Named(1, 2, 'n'), p)
    use(p, New(1, 2))
    use(p, Other(1, 2))
    use(Hooked(1, 2), p)
    print Late(i).get(), Late(0).get()
p = Point(1, 2)
vars(p)['x'] = 'by dict'
use(p, p)
p.__dict__ = {'x': 5, 'y': 6}
use(p, p)
del p.x
use(p, p)
Point.x = 'of the class'
use(p, p)
p = Point(3, 4)
del p.x
use(p, p)
del Point.x
p.__class__ = Other
use(p, p)
p = Point(1, 2)
p.__class__ = Hooked
use(p, Point(1, 1))
Point.__setattr__ = Hooked.__dict__['__setattr__']
use(Point(1, 2), New(1, 2))
del Point.__setattr__
use(Point(1, 2), New(1, 2))
Point.__init__ = lambda self, *args: setattr(self, 'x', args)
use(Point(1, 2), Point())
Point.__init__ = lambda self, *args: 1
try:
    Point(1, 2)
except TypeError as e:
    print e
d = Point.__dict__
d['__init__'] = lambda self, *args: setattr(self, 'y', args)
d['move'] = lambda self, n: self
use(Point(1, 2), New(1, 2))
Point = New
print sorted(vars(Point(1, 2)).items())


class Loop:
    def __init__(self, n):
        Loop(n + 1)


try:
    Loop(0)
except RuntimeError as e:
    print e


class Gone:
    def __init__(self, x):
        self.x = x

    def __del__(self):
        pass


print Gone(3).x, Gone(4).x
