# map() and other loops that call Python code, over a deque that others change:
# its items, or RuntimeError.
import collections
import threading

ROUNDS = 100
items = collections.deque(range(500))
wrong = []


def same(x):
    return x


def loops(k):
    for i in xrange(ROUNDS):
        try:
            wrong.extend(x for x in map(same, items) if type(x) is not int)
            wrong.extend(x for x in filter(same, items) if type(x) is not int)
            if type(reduce(max, items)) is not int:
                wrong.append('reduce')
        except RuntimeError:
            pass


def change(k):
    for i in xrange(ROUNDS * 20):
        items.append(i)
        items.popleft()


threads = [threading.Thread(target=f, args=(k,))
           for k, f in enumerate([loops, change] * 4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print wrong, len(items)
