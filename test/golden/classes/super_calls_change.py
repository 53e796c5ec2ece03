"""Calls of super(C, self).name(...) while classes change."""


class A(object):
    def __init__(self, x):
        self.x = x

    def name(self, n=1):
        return 'A%d' % n

    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def twice(n):
        return 2 * n


class B(A):
    def __init__(self, x):
        super(B, self).__init__(x + 1)

    def name(self):
        return 'B' + super(B, self).name()

    def make(self):
        return super(B, self).make() + str(super(B, self).twice(4))

    def nothing(self):
        try:
            return super(B, self).nothing()
        except AttributeError as e:
            return str(e)


class C(A):
    def name(self):
        return 'C' + super(C, self).name(n=2)


class D(B, C):
    def name(self):
        return 'D' + super(D, self).name()


def show():
    for i in range(3):
        d = D(i)
        print d.name(), d.x, d.make(), d.nothing(), B(i).name()


show()
A.name = lambda self, n=1: 'changed%d' % n
show()
C.name = lambda self: 'newC'
show()
del C.name
show()
B.__bases__ = (C,)
C.name = lambda self: 'base'
show()
d = D(5)
d.name = lambda: 'own'
print d.name(), B.name(d)
d.__class__ = B
del d.name
print d.name()
try:
    B.name.im_func(3)
except TypeError as e:
    print e


class Meta(type):
    def __new__(mcs, name, bases, d):
        d['tag'] = name.lower()
        return super(Meta, mcs).__new__(mcs, name, bases, d)

    def __init__(cls, name, bases, d):
        super(Meta, cls).__init__(name, bases, d)


class E(object):
    __metaclass__ = Meta

    def __new__(cls, *args):
        return super(E, cls).__new__(cls)

    def __getattribute__(self, name):
        return super(E, self).__getattribute__(name)

    def __class__(self):
        return 'not a class'


print E(1).tag, E(2).__getattribute__('tag')
super_of = super


def super(cls, self):
    print 'mine'
    return super_of(cls, self)


show()
