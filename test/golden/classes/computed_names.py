# What C code computes for any class, at one place: __name__, __module__, __mro__.
class Meta(type):
    @property
    def __name__(cls):
        return 'of ' + type.__dict__['__name__'].__get__(cls)

class Plain(object):
    pass

class Other(Plain):
    __name__ = 'in the class'

class Old:
    pass

class Named(object):
    __metaclass__ = Meta

def name(x):
    return x.__name__

def class_name(x):
    return x.__class__.__name__

for turn in range(2):
    for c in Plain, Other, Old, int, type, Meta, name, dict.get, Plain:
        print name(c),
    print
    for x in Plain(), Other(), Old(), 1, 'a', Plain, name:
        print class_name(x),
    print
    Plain.__name__ = 'Renamed'
print name(Named), Named().__class__.__name__
print type.__dict__['__name__'].__get__(Named)

p = Plain()
print class_name(p),
p.__class__ = Other
print class_name(p)

class Pretends(object):
    @property
    def __class__(self):
        return int
print class_name(Pretends()), type(Pretends()).__name__

class Proxy(object):
    def __getattribute__(self, n):
        return Plain if n == '__class__' else n
print class_name(Proxy())

try:
    name(Plain())
except AttributeError as e:
    print e
try:
    del Plain.__name__
except TypeError as e:
    print e
class NoName(object):
    name = None
def get(x):
    return x.name
print get(NoName), get(NoName())
NoName.name = 3
print get(NoName), get(NoName())
Meta.late = property(lambda cls: 'late')
def late(x):
    try:
        return x.late
    except AttributeError:
        return None
print late(Named), late(Plain), late(Named)
del Meta.late
print late(Named)
Named.late = 5
print late(Named), late(Named())
Meta.__getattribute__ = lambda cls, n: 'asked for ' + n
print name(Named), late(Named)
