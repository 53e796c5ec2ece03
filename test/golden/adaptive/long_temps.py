# Long numbers between two operations are used again; what an operator method
# keeps of them, or returns, stays as it is.
import threading

kept = []


class Keeper(object):
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        kept.append(other)
        return self.n

    __radd__ = __rsub__ = __rmul__ = __rfloordiv__ = __add__
    __sub__ = __mul__ = __floordiv__ = __add__

    def __lt__(self, other):
        kept.append(other)
        return True

    __gt__ = __lt__


class Sub(long):
    def __mul__(self, other):
        kept.append(other)
        return long.__mul__(self, other)


def polynomial(a, b, c, x):
    return a * x * x + b * x - c * (x - 1) // (a + b)


def steps(n, a, b):
    total, i = 0, 0
    while i < n:
        if a * b - total < total * 3 + b:
            total = total + (a * i - b) * (b - i) % (a + b)
        else:
            total = (total + a * b) * 7 - (b - a) // 3
        i = i + 1
    return total


def differences(n, q, r, t):
    out = []
    for i in range(n):
        if 4 * q + r - t < 3 * t:
            out.append((q - r * t) * (r + t))
        else:
            q, r, t = q * 3 + r, (r + q) * 2 - t, (t + 1) * (i + 2) // 3
        q = (q + 1) * (t + r) % (1 << 60000)
    return out, q


def digest(n):
    return n % 1000000007, len(hex(n))


big = 3 ** 20000
for args in ((5, 7, 11, 13), (big, 3, big - 1, 7), (2, big, 5, big + 2),
             (2.5, 3, 4, 5)):
    print [digest(int(n)) for n in (polynomial(*args),)]
for args in ((200, 5, 9), (50, big, big + 5), (60, 1 << 62, 1 << 63),
             (30, -big, big * 3)):
    print digest(steps(*args))
out, q = differences(40, 1, 5, 7)
print len(out), map(digest, out[:3]), digest(q)
out, q = differences(40, big, 5, big * big)
print len(out), map(digest, out[:3]), digest(q)

for args in ((big, Keeper(big + 1), 3, big), (Keeper(big), big, big, 2),
             (big, Sub(big), big, Sub(7)), (Sub(big), 3, Keeper(1), big)):
    for i in range(3):
        try:
            print digest(polynomial(*args)),
        except TypeError as e:
            print e,
    print len(kept), sum(map(digest, [k for k in kept if k > 5]), ())[:6]
    print big * 3 + big - big * 4, sum(kept, 0) % 1000003
try:
    steps(3, big, 'text')
except OverflowError as e:
    print e
try:
    polynomial(big, -big, 3, 5)
except ZeroDivisionError as e:
    print e

results = []
threads = [threading.Thread(target=lambda k=k: results.append(
    digest(steps(30, big + k, big * k)))) for k in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print sorted(results)
