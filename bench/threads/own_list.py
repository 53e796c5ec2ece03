"""Reading and writing a list that only one thread knows."""
import harness


def work(n):
    items = range(1000)
    for r in xrange(n):
        for i in xrange(1, 1000):
            items[i] = (items[i - 1] + items[i]) & 0xffff
        items.append(r)
        items.pop()


harness.main(work)
