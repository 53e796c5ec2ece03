# Only a TypeError of the interpreter's own is explained.
class Mine(TypeError):
    pass


def meta(how):
    def make(name, bases, body):
        if how == 0:
            raise TypeError('by call')
        if how == 1:
            raise TypeError, 'by value'
        if how == 2:
            raise Mine('derived')
        if how == 3:
            raise Mine, 'derived by value'
        return len(3)
    return make


for how in range(5):
    try:
        class A(object):
            __metaclass__ = meta(how)
    except TypeError as e:
        print how, repr(e), str(e)
