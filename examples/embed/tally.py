"""Counts words for C threads; see threads.c."""
import threading

counts = {}
lock = threading.Lock()
seen = threading.local()


def add(word):
    with lock:
        counts[word] = counts.get(word, 0) + 1
    seen.count = getattr(seen, 'count', 0) + 1
    return seen.count


def fail(number):
    raise ValueError('thread %d' % number)


def total():
    return sum(counts.values())
