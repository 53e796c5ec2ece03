"""All threads read one list, by index and by iteration."""
import harness

items = range(1000)


def work(n):
    total = 0
    for r in xrange(n):
        for i in xrange(0, 1000, 2):
            total += items[i]
        for v in items:
            total += v
    return total


harness.main(work)
