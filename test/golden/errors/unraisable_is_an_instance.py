# An error that cannot be raised is shown as its instance if a raise made it.
class Picky(type):
    def __subclasscheck__(cls, other):
        raise RuntimeError(other.__name__)


class FromC(type):
    def __subclasscheck__(cls, other):
        return {}['no key']


class A(Exception):
    __metaclass__ = Picky


class B(Exception):
    __metaclass__ = FromC


for handler in A, B:
    try:
        try:
            raise ValueError('first')
        except handler:
            print 'not here'
    except ValueError, e:
        print e
