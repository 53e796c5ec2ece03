"""All threads read one dict."""
import harness

table = dict((i, i * 2) for i in xrange(1000))
names = dict(('name%d' % i, i) for i in xrange(100))
keys = sorted(names)


def work(n):
    total = 0
    for r in xrange(n):
        for i in xrange(1000):
            total += table[i]
        for k in keys:
            total += names[k]
    return total


harness.main(work)
