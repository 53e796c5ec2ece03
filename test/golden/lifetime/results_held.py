# A variable holds what an inlined call gave until the function ends.
import weakref
class Plain(object):
    pass
class Made(object):
    def __init__(self, n):
        self.n = n
alive = weakref.WeakSet()
def make():
    p = Plain()
    return p
def made():
    m = Made(1)
    alive.add(m)
    print len(alive),
    print len(alive)
def given():
    p = make()
    alive.add(p)
    print len(alive),
    print len(alive)
for i in range(2):
    made()
    given()
    print len(alive)
class Noisy(object):
    def __init__(self, n):
        self.n = n
        print 'made', n
    def __del__(self):
        print 'del', self.n
def again():
    n = Noisy(1)
    n = Noisy(2)
    print 'end'
again()
