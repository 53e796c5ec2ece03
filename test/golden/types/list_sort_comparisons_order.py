log = []
class V(object):
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        log.append((self.v, o.v))
        return self.v < o.v
for data in ([3, 1, 2], [1, 2, 3, 4], [4, 3, 2, 1], [2, 1, 2, 1, 3], range(10),
        [5, 2, 8, 1, 9, 3]):
    log = []
    r = sorted([V(x) for x in data])
    print [x.v for x in r], log
log = []; print min(V(3), V(1), V(2)).v, log
