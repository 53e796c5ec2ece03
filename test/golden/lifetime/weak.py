# Weak references, proxies and dictionaries see referents die at once; cycles
# wait for gc.collect().
import weakref, gc
class Node(object):
    def __init__(self, name): self.name = name
    def __repr__(self): return '<Node %s>' % self.name
def cb(r): print 'callback', r() is None
n = Node('n')
r = weakref.ref(n, cb)
print r()
del n
print r()
p = weakref.proxy(Node('temp'))
try:
    print p.name
except ReferenceError as e:
    print 'ReferenceError:', e
cache = weakref.WeakValueDictionary()
a = Node('a'); b = Node('b')
cache['a'] = a; cache['b'] = b
print sorted(cache.keys())
del a
print sorted(cache.keys()), len(cache)
b = None
print len(cache)
keys = weakref.WeakKeyDictionary()
k = Node('k')
keys[k] = 1
print len(keys)
del k
print len(keys)
ws = weakref.WeakSet()
w1, w2 = Node('w1'), Node('w2')
ws.add(w1); ws.add(w2)
print len(ws)
del w1
print len(ws)
# cycles stay until gc.collect
c = Node('c'); c.me = c
rc = weakref.ref(c)
del c
print rc() is not None
gc.collect()
print rc()
x = Node('x'); y = Node('y')
x.other = y; y.other = x
rx, ry = weakref.ref(x), weakref.ref(y)
del x, y
print rx() is None, ry() is None
print gc.collect() > 0
print rx() is None, ry() is None
def f():
    t = Node('t')
    return weakref.ref(t)
print f()()
class Tree(object):
    def __init__(self, parent=None):
        self.parent = parent and weakref.ref(parent)
        self.kids = []
    def add(self):
        k = Tree(self); self.kids.append(k); return k
root = Tree()
kid = root.add()
print kid.parent() is root
del root
print kid.parent()
