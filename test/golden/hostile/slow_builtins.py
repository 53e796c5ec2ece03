# Builtins that compiled code has inline, with what they cannot take.
import __builtin__
def length(a):
    for i in range(2): r = len(a)
    return r
def character(a):
    for i in range(2): r = chr(a)
    return r
def code(a):
    for i in range(2): r = ord(a)
    return r
def isint(a):
    for i in range(2): r = isinstance(a, int), isinstance(a, (str, (list, type(None)))), isinstance(a, A), isinstance(a, Old)
    return r
class Meta(type):
    def __instancecheck__(cls, v): return {5: True, 6: 'yes', 7: 1 / v if v == 0 else 0}.get(v, v == 'x')
class A(object): __metaclass__ = Meta
class Old: pass
class Fake(object):
    @property
    def __class__(self): return int
class FakeBad(object):
    @property
    def __class__(self): raise ValueError('class')
class L(list):
    def __len__(self): return 77
class S(str): pass
class N(object):
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
    def __int__(self): return 65
    def __index__(self): return 66
class OldLen:
    def __len__(self): return True
def attempt(f, v):
    try: return f(v)
    except Exception as e: return type(e).__name__, str(e)
values = [3, 65, 255, 256, -1, 2 ** 40, 2 ** 70, 65L, True, 65.9, 'x', '', 'xy', u'\u20ac', u'\U0001f600', S('q'), S('qq'), bytearray('z'), None,
          [1, 2], L(), (), {1: 2}, set(), xrange(9), xrange(2 ** 62), N(4), N(-1), N(2 ** 63), N('s'), N(2L), OldLen(), Old(), Fake(), FakeBad(), 0]
for f in length, character, code, isint:
    for v in values: print f.__name__, attempt(f, v)
def wrong(v):
    for i in range(2): r = isinstance(v, 5)
for v in 1, 'a': print attempt(wrong, v)
def nested(v):
    t = ()
    for i in range(5000): t = (t,)
    return isinstance(v, t)
print attempt(nested, 1)
len = lambda v: 'mine'
print length('abc')
del len
print length('abc')
__builtin__.ord = lambda v: 'their %r' % v
print code('a'), code(5)
