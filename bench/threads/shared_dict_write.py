"""All threads write into one dict; total work is what counts."""
import harness

table = {}


def work(n):
    for r in xrange(n):
        for i in xrange(1000):
            table[i] = r


harness.main(work, total=True)
