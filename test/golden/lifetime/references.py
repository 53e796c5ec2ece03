# An object dies where its last reference goes.
class Resource(object):
    live = 0
    def __init__(self, name):
        self.name = name
        Resource.live += 1
        print 'open', name
    def __del__(self):
        Resource.live -= 1
        print 'close', self.name

def scope():
    a = Resource('a')
    b = Resource('b')
    print 'live in scope', Resource.live
    return 'done'

print scope()
print 'after scope', Resource.live

def ret():
    r = Resource('r')
    return r

x = ret()
print 'x is', x.name
x = ret()
print 'rebound', Resource.live
x = None
print Resource.live
items = [Resource('i%d' % i) for i in range(3)]
print Resource.live
items.pop()
print 'popped', Resource.live
del items[0]
print 'del item', Resource.live
items[:] = []
print 'cleared', Resource.live
d = {}
d['one'] = Resource('one')
d['one'] = Resource('uno')
print 'replaced', Resource.live
d.clear()
print Resource.live
ret()
print 'temp dropped', Resource.live
for i in range(3):
    t = Resource('loop%d' % i)
print 'loop over', Resource.live
del t
try:
    u = Resource('u')
    raise ValueError('x')
except ValueError as e:
    print 'caught', e
del u
print 'u gone', Resource.live
class Holder(object):
    def __init__(self):
        self.r = Resource('held')
h = Holder()
h.r = None
print Resource.live
h.r = Resource('held2')
del h
print Resource.live
def gen():
    r = Resource('gen')
    yield 1
    yield 2
for v in gen():
    print v
print Resource.live
g = gen()
print next(g)
del g
print Resource.live
def closure():
    r = Resource('cell')
    def f():
        return r.name
    return f
f = closure()
print f(), Resource.live
f = None
print Resource.live
print len([Resource('l1'), Resource('l2')])
print Resource.live
s = set([Resource('s')])
s.pop()
print Resource.live
y = z = Resource('yz')
y = None
print 'y', Resource.live
z = None
print 'z', Resource.live
p = Resource('p'), Resource('q')
m, n = p
del p
print Resource.live
m, n = n, m
print m.name, n.name
del m
print Resource.live
del n
print Resource.live
