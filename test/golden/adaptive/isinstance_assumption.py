def classify(x):
    if isinstance(x, bool): return 'bool'
    if isinstance(x, int): return 'int'
    if isinstance(x, (float, long)): return 'number'
    if isinstance(x, basestring): return 'text'
    return 'other'
class I(int): pass
class S(str): pass
class Liar(object):
    __class__ = property(lambda self: str)
print [classify(x) for x in (1, True, 1.5, 2L, 'a', u'b', I(3), S('c'), None, Liar(), [])]
import __builtin__
real = isinstance
__builtin__.isinstance = lambda a, b: True
print classify(None)
__builtin__.isinstance = real
print classify(None)
