# Objects that are not made, in try statements, generators and classes.
class P(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, o):
        return P(self.x + o.x, self.y + o.y)

    def ratio(self):
        return self.x / self.y

    def __sub__(self, o):
        return P(self.x - o.x, self.y - o.y)

    def __div__(self, k):
        if k == 0.0:
            raise ZeroDivisionError('no ratio of %r' % self.x)
        return P(self.x / k, self.y / k)


class Q(P):
    def twice(self):
        return self.plus(self).ratio()


def divide(a, b, n):
    out = []
    for i in range(n):
        try:
            p = a.plus(b) - P(2.0, float(i))
            out.append(p.ratio())
        except ZeroDivisionError as e:
            out.append(str(e))
        else:
            out.append(p.x)
        finally:
            q = a - b
            out.append(q.y)
    return out


def lines(a, b, n):
    for i in range(n):
        p = a.plus(b)
        yield p.x + i
        p.y += 1.0
        got = yield p.ratio()
        if got:
            p.x = got
        yield p.plus(a).x


def shares(a, k):
    try:
        d = a / k
        return d.x + d.y
    except ZeroDivisionError as e:
        return e.args
    finally:
        a.x = a.x + 1.0


def nested(a, b):
    def inner(k):
        p = a.plus(b)
        p.x *= k
        return p.ratio()
    return [inner(k) for k in (1.0, 2.0, 3.5)]


def swap(n):
    p, q = P(1.0, 2.0), P(3.0, 4.0)
    for i in range(n):
        p, q = q, p.plus(q)
    return p.x, q.y


def chosen(n):
    total = 0.0
    for i in range(n):
        if i % 3:
            p = P(1.0 * i, 2.0)
        else:
            p = P(2.0, 0.5 * i)
        total += p.plus(p).x
    return total


def unset(n):
    for i in range(n):
        if i > 0:
            total += p.x
        else:
            total = 0.0
        p = P(1.5, 0.5)
    del p
    try:
        return total, p.x
    except UnboundLocalError as e:
        return total, str(e)


def late(n, values):
    out = []
    for i in range(n):
        p = P(0.5, 1.5)
        for v in values:
            p.x += v
        out.append(p.x)
    return out


a, b = P(1.0, 2.0), P(0.5, -1.0)
print divide(a, b, 3)
g = lines(a, b, 2)
print next(g), next(g), g.send(4.0), next(g), next(g), g.send(None), list(g)
print shares(a, 2.0), shares(a, 0.0), shares(a, 4.0), a.x
print nested(a, b), swap(10), chosen(10), unset(3)
print Q(1.0, 2.0).twice(), [Q(1.0, 4.0).twice() for i in range(3)]
print late(2, [1.0, 2.0]), late(1, [1.0, 2 ** 40]), late(1, [1.0, 2j])
print late(1, [])
try:
    late(1, [1.0, 'x'])
except TypeError as e:
    print e
try:
    print late(2, [1.0, None])
except TypeError as e:
    print e
