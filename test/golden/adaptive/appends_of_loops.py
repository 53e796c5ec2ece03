# A list that a counted loop appends to has room made for it; what the list is
# and what happens to it meanwhile does not matter.
import threading


def fill(out, n, f):
    for i in range(n):
        out.append(i * 2)
        if i == 70:
            f(out)
    return out


def plain(out, n):
    for i in range(n):
        out.append(i)
    return out


def look_back(out, n):
    for i in range(n):
        out.append(out[i] + 1)
    return out


def in_rows(n, m):
    out = []
    for i in range(n):
        for j in range(m):
            out.append(j)
    return out


def stops(out, n, last):
    for i in range(n):
        out.append(100 // (last - i))
    return out


class Loud(list):
    def append(self, x):
        list.append(self, -x)


def summary(x):
    return len(x), sum(x), x[:3], x[-3:], type(x).__name__


def clear(x):
    del x[:]


def shrink(x):
    x[10:] = 'a'
    x.pop()


print summary(plain([], 1000)), summary(plain([1, 2], 5)), plain([], 0)
print summary(fill([], 200, clear)), summary(fill([], 200, shrink))
print summary(fill([], 2000, list.sort)), summary(fill([], 90, list.reverse))
print summary(plain(Loud(), 50)), summary(fill(Loud([5]), 90, clear))
print summary(look_back([2.5], 600)), summary(look_back([2 ** 62], 600))
try:
    print look_back([1, 'no'], 50)
except TypeError as e:
    print e
print summary(in_rows(300, 4)), summary(in_rows(4, 300))
short = []
try:
    stops(short, 1 << 40 if False else 10 ** 6, 20)
except ZeroDivisionError:
    print summary(short)
try:
    plain((), 3)
except AttributeError as e:
    print e
try:
    plain(None, 0)
    plain(None, 1)
except AttributeError as e:
    print e

twice = [1]
same = twice


def both(a, b, n):
    for i in range(n):
        a.append(i)
        b.append(len(a))
    return a


print summary(both(twice, same, 300))

shared = []
threads = [threading.Thread(target=plain, args=(shared, 20000))
           for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print len(shared), sum(shared)
print summary(plain([], 5000))
print summary(plain([], 700000))
