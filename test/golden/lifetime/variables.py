# Variables of functions, for one object and another.
class R(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print 'close', self.name

    def me(self):
        return self


def alias():
    a = R('a')
    b = a
    a = None
    print 'still there', b is not None
    b = None
    print 'gone'


def swap():
    a, b = R('first'), R('second')
    a, b = b, a
    a = None
    print 'one left', b.name


def name_only():
    r = R('kept')
    n = r.name
    print 'name', n
    print 'end of scope'


def rebind(x):
    x = R('new ' + x.name)
    print 'rebound'
    return x


def loop():
    last = None
    for i in range(3):
        item = R('item %d' % i)
        last = item
    item = None
    print 'last is', last.name


def branches(flag):
    if flag:
        t = R('then')
    else:
        t = R('else')
    print 'behind', t.name


def nested():
    outer = R('outer')

    def inner():
        return outer.name
    print inner()


def chain():
    return R('chain').me().me().name


def caught():
    try:
        r = R('raising')
        raise KeyError(r.name)
    except KeyError:
        pass
    print 'handled'


def early(n):
    r = R('early')
    for i in range(n):
        if i == 1:
            return i
    return -1


def args(*items, **kw):
    print len(items), sorted(kw)


alias()
swap()
name_only()
x = rebind(R('old'))
del x
loop()
branches(True)
branches(False)
nested()
print chain()
caught()
print early(3)
args(R('pos'), k=R('kw'))
print 'args done'
with open('/dev/null') as f:
    w = R('with')
    del w
print 'end'
