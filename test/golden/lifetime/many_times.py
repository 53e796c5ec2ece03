# Places that are passed often, and objects that die there now and then.
class Counted(object):
    alive = 0
    most = 0

    def __init__(self):
        Counted.alive += 1
        Counted.most = max(Counted.most, Counted.alive)

    def __del__(self):
        Counted.alive -= 1


def spin(n):
    total = 0
    for i in xrange(n):
        pair = [i, i + 1]
        total += len(pair)
    return total


keep = Counted()
print spin(200000), Counted.alive
for i in range(50):
    c = Counted()
print Counted.alive, Counted.most
del c
print Counted.alive
del keep
print Counted.alive
