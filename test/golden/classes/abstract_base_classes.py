from abc import ABCMeta, abstractmethod, abstractproperty
class Shape(object):
    __metaclass__ = ABCMeta
    @abstractmethod
    def area(self): return 'base area'
    @abstractproperty
    def name(self): pass
class Sq(Shape):
    def area(self): return super(Sq, self).area() + '!'
    name = 'sq'
class Half(Shape):
    def area(self): pass
print Sq().area(), Sq.__abstractmethods__, sorted(Shape.__abstractmethods__)
for c in Shape, Half:
    try:
        c()
    except TypeError as e:
        print e
Shape.register(int)
print isinstance(5, Shape), issubclass(int, Shape), isinstance('', Shape)
print isinstance(Sq(), Shape)
class Duck(object):
    __metaclass__ = ABCMeta
    @classmethod
    def __subclasshook__(cls, c): return hasattr(c, 'quack') or NotImplemented
class D: quack = 1
class D2(object): quack = 1
print isinstance(D2(), Duck), issubclass(D, Duck), isinstance([], Duck)
