# A collector called through a function of one's own finds no old words either.
import abc
import gc
import weakref


def gc_collect():
    for i in range(3):
        gc.collect()


class Watched(object):
    pass


def spend():
    """Uses up the time that looking for the dead may take."""
    kept = [Watched() for i in range(300)]
    refs = [weakref.ref(w) for w in kept]
    for i in range(3000):
        w = Watched()
        r = weakref.ref(w)
        w = None
    return len(refs)


def class_leaves():
    class A(object):
        __metaclass__ = abc.ABCMeta

        @abc.abstractmethod
        def f(self):
            pass

    class C(A):
        def f(self):
            A.f(self)
    r = weakref.ref(C)
    C().f()
    del C
    gc_collect()
    print r()


def cycle_leaves():
    a, b = Watched(), Watched()
    a.other, b.other = b, a
    r = weakref.ref(a)
    a = b = None
    gc_collect()
    print r()


print spend()
class_leaves()
cycle_leaves()
