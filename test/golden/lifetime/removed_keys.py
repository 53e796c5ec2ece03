# A key made of id() is no reference, nor is what repr() notes.
import weakref
class Thing(object):
    pass
def gone(r):
    print 'gone'
by_id = {}
thing = Thing()
r = weakref.ref(thing, gone)
by_id[id(thing)] = 1
del by_id[id(thing)]
thing = None
print r()
ids = set()
thing = Thing()
r = weakref.ref(thing, gone)
ids.add(id(thing))
ids.remove(id(thing))
thing = None
print r()
class Bag(set):
    pass
bag = Bag('a')
r = weakref.ref(bag, gone)
print str(bag), repr(weakref.proxy(bag)) != ''
bag = None
print r()
