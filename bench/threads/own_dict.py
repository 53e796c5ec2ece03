"""Reading and writing a dict that only one thread knows."""
import harness


def work(n):
    counts = {}
    for r in xrange(n):
        for i in xrange(1000):
            key = i & 255
            counts[key] = counts.get(key, 0) + 1
    assert len(counts) == 256


harness.main(work)
