# gc.disable() is about cycles: other garbage goes, and what has __del__ is
# gone before much more of it is made.
import gc
import resource

gc.disable()


class Slow(object):
    made = alive = most = 0

    def __init__(self):
        self.payload = [0] * 20
        Slow.made += 1
        Slow.alive += 1
        Slow.most = max(Slow.most, Slow.alive)

    def __del__(self):
        Slow.alive -= 1


def fill(n):
    total = 0
    for i in xrange(n):
        total += len({'items': [i] * 10, 'name': str(i)}['items'])
    return total


def drop(n):
    for i in xrange(n):
        Slow()


print fill(1500000), gc.isenabled()
drop(200000)
print Slow.made, Slow.most < 100000
print resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 400000
gc.enable()
print gc.isenabled()
