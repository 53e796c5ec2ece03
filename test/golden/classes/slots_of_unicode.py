# Subclasses of unicode may have __slots__ members; of str, tuple, long not.
import copy
import pickle

class Scalar(unicode):
    __slots__ = ('anchor', 'style')
    def __new__(cls, *args):
        self = unicode.__new__(cls, *args)
        self.style = len(self)
        return self

class Sub(Scalar):
    __slots__ = 'more'

class Free(Scalar):
    pass

class Empty(unicode):
    __slots__ = ()

for text in (u'', u'a', u'some text', u'\u20ac' * 30, u'x' * 1000):
    for cls in (Scalar, Sub, Free):
        s = cls(text)
        print cls.__name__, s == text, len(s), s.style,
        try:
            print s.anchor
        except AttributeError as e:
            print 'no', e,
        s.anchor = [text[:3]]
        t = cls(text)
        t.anchor = s.anchor + [1]
        print s.anchor, t.anchor, hash(s) == hash(text)
        del s.anchor
        print hasattr(s, 'anchor'), hasattr(t, 'anchor'),
        if cls is Sub:
            s.more = t
            print s.more.anchor,
        try:
            s.other = 1
            print s.__dict__
        except AttributeError as e:
            print e

def many():
    items = [Sub(u'n%d' % i) for i in range(3000)]
    for i, s in enumerate(items):
        s.more = items[i - 1]
        s.anchor = str(i)
    return all(s.more.anchor == str(i - 1) for i, s in enumerate(items) if i)
print many()

f = Free(u'free')
f.style, f.x = 7, 8
g = copy.copy(f)
print type(g), g, g.style, g.x, sorted(g.__dict__)
h = pickle.loads(pickle.dumps(f, 2))
print h, h.style, h.x
print Scalar.anchor, Scalar.__slots__, hasattr(Empty(u'e'), '__dict__')
for base in (str, tuple, long):
    try:
        type('T', (base,), {'__slots__': ('a',)})
    except TypeError as e:
        print e
    print type('T', (base,), {'__slots__': ()}).__name__
class Both(Sub, Empty):
    __slots__ = ()
b = Both(u'both')
b.more = 3
print b, b.more, b.style
try:
    class Clash(Sub, Free):
        pass
except TypeError as e:
    print e
try:
    class Two(Scalar, type('O', (unicode,), {'__slots__': ('q',)})):
        pass
except TypeError as e:
    print str(e).split('\n')[-1].strip()
try:
    f.__class__ = Scalar
except TypeError as e:
    print e
