# getattr() with names that are put together, as dispatchers do.
class Base(object):
    def do(self, what, *args):
        method = getattr(self, 'do_' + what, None)
        if method is None:
            return 'no ' + what
        return method(*args)
    def do_add(self, *numbers):
        return sum(numbers), numbers

class More(Base):
    def do_sub(self, a, b=1):
        return a - b
    def __getattr__(self, name):
        if name == 'do_ask':
            return lambda *a: a
        raise AttributeError(name)

class Name(str):
    pass

for turn in range(3):
    for x in Base(), More():
        print x.do('add', 1, 2, 3), x.do('sub', 5), x.do('ask', 1, None, 2.5),
        print x.do('ad' + 'd'), getattr(x, u'do_' + u'add')()
    for n in 'do_add', 'do_' + 'sub', Name('do_add'), Name('none'):
        print hasattr(Base, n), hasattr(More(), n),
    print
    Base.do_sub = lambda self, a: 'base %r' % a
b = Base()
for i in range(4):
    setattr(b, 'field%d' % i, i)
    setattr(b, 'fie' + 'ld%d' % i, i * i)
print [getattr(b, 'field%d' % i) for i in range(4)], sorted(vars(b))
delattr(b, 'fi' + 'eld2')
print hasattr(b, 'field2'), hasattr(b, 'field' + '3')
