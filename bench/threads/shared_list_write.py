"""All threads append to and pop from one list; total work is what counts."""
import harness

items = []


def work(n):
    for i in xrange(n * 1000):
        items.append(i)
        items.pop()


harness.main(work, total=True)
