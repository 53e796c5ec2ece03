class Meta(type):
    def mro(cls):
        for name in '__mro__', '__name__', '__module__', 'x':
            try:
                print name, getattr(cls, name)
            except AttributeError as e:
                print 'no', name
        return type.mro(cls)
class A(object):
    __metaclass__ = Meta
    x = 1
print A.__mro__, A.x
