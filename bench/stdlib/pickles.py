"""cPickle: all protocols, instances of both kinds, files in memory."""
import cPickle
import cStringIO


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Old:
    def __init__(self, name):
        self.name = name


def main():
    data = [{'id': i, 'name': 'item %d' % i, 'tags': ['a', 'b', str(i)],
             'value': i * 1.5, 'pair': (i, -i), 'text': u'\xe9%d' % i}
            for i in xrange(3000)]
    objects = [Point(i, Old('n%d' % i)) for i in xrange(3000)]
    for protocol in 0, 1, 2:
        for i in range(6):
            again = cPickle.loads(cPickle.dumps(data, protocol))
            out = cStringIO.StringIO()
            cPickle.dump(objects, out, protocol)
            out.seek(0)
            points = cPickle.load(out)
        print again == data, points[-1].x, points[-1].y.name


main()
