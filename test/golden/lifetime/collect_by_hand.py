# gc.collect() finds what only old words of functions refer to, whether or not
# anything has been looked for before; classes wait for it.
import gc
import weakref
def old_class():
    class B:
        pass
    r = weakref.ref(B)
    print r() is B
    B = None
    gc.collect()
    return r()
def new_class():
    class A(object):
        pass
    r = weakref.ref(A)
    del A
    print r() is None,
    gc.collect()
    return r()
class Node(object):
    pass
def cycle():
    a, b = Node(), Node()
    a.b, b.a = b, a
    r = weakref.ref(a)
    print r() is a,
    del a, b
    print r() is None,
    gc.collect()
    return r()
for i in range(3):
    print old_class(), new_class(), cycle()
