# Sites that see many subclasses, while methods and classes change.


class Shape(object):
    scale = 2

    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size * self.scale

    def name(self):
        return 'shape'


class Square(Shape):
    def __init__(self, size):
        Shape.__init__(self, size)
        self.side = size

    def area(self):
        return self.side * self.size


class Tall(Square):
    def __init__(self, size):
        Square.__init__(self, size)
        self.height = size + 1

    def area(self):
        return self.height * self.size

    def name(self):
        return 'tall'


class Flat(Shape):
    scale = 5


class Odd(Shape):
    def area(self):
        return -self.size


class Wide(Shape):
    pass


def visit(shapes):
    total, names = 0, []
    for s in shapes:
        total += s.area() + s.size + s.scale
        names.append(s.name())
    return total, names


def show(title):
    print title, visit(shapes)


shapes = [cls(i + 1) for i in range(3)
          for cls in (Shape, Square, Tall, Flat, Odd, Wide)]
for i in range(3):
    show('same')
Odd.area = lambda self: 1000
show('method replaced')
shapes[1].area = lambda: 7
shapes[2].name = lambda: 'mine'
show('instances have their own')
Flat.scale = 50
show('constant replaced')
shapes[3].scale = 60
show('in an instance')
Wide.size = property(lambda self: 10000)
show('property in front of a slot')
del Wide.size
show('gone')
Shape.size = property(lambda self: 1, lambda self, v: None)
show('property of the base')
del Shape.size
shapes[0].__class__ = Wide
Wide.name = lambda self: 'wide'
show('other class')
del Tall.area
show('method of the base')
del shapes[4].size
try:
    visit(shapes)
except AttributeError as e:
    print e


class Other(object):
    size, scale = 3, 4

    def area(self):
        return 5

    def name(self):
        return 'other'


class Old:
    size, scale = 6, 7

    def area(self):
        return 8

    def name(self):
        return 'old'


shapes[4:5] = [Other(), Old()]
show('unrelated')
