"""Many small objects that die soon: instances, tuples, lists."""
import harness


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y


def work(n):
    for r in xrange(n):
        points = []
        for i in xrange(200):
            points.append(Point(i, [i, r]))
        pairs = [(p.x, p.y) for p in points]
    return pairs


harness.main(work)
