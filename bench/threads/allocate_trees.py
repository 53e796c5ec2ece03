"""Trees of tuples beside 50 MB that live on."""
import harness

live = [[i, None] for i in xrange(1000000)]


def tree(depth):
    if depth == 0:
        return None, None
    return tree(depth - 1), tree(depth - 1)


def work(n):
    for i in xrange(n):
        tree(12)


harness.main(work)
