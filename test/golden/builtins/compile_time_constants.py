print __debug__, __name__, __doc__, Ellipsis, NotImplemented
import __builtin__
print __builtin__.__name__, __builtin__.True is True, __builtin__.None is None
print __builtins__ is __builtin__
try:
    __builtin__.nothing
except AttributeError as e:
    print e
print __import__('math').floor(2.5), __package__
