# A suspended generator keeps numbers as they are between objects that die.
class Dies(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print 'del', self.name


def sums(dies):
    total, mean = 0, 0.5
    while True:
        more = yield total, mean
        total += more or 0
        mean += 0.25
        dies.last = total


held = sums(Dies('in a generator'))
next(held)
for i in xrange(1000):
    pair = held.send(i)
print pair
other = Dies('in the module')
