# Comparing containers of containers while others change both levels.
import threading

ROUNDS = 600
a = [[i, [i]] for i in range(20)]
b = [[i, [i]] for i in range(20)]
d = dict((i, [i]) for i in range(20))
e = dict((i, [i]) for i in range(20))
wrong = []


def change(k):
    for i in xrange(ROUNDS):
        inner = a[(i * 7 + k) % 16][1]
        inner.append(i)
        inner.pop()
        b.append([i, [i]])
        b.pop()
        d[100 + k] = [i]
        del d[100 + k]
        e[k] = [k]


def compare(k):
    for i in xrange(ROUNDS):
        for answer in (a == b, a < b, d == e, d != e, tuple(a) == tuple(b),
                       cmp(a, b) in (-1, 0, 1)):
            if answer is not True and answer is not False:
                wrong.append(answer)


threads = [threading.Thread(target=f, args=(k,))
           for k in range(4) for f in change, compare]
for t in threads:
    t.start()
for t in threads:
    t.join()
print wrong, a == b, d == e
