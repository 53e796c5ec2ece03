"""Closures: decorators, memoization, composition, counters, callbacks."""
from __future__ import print_function


def memoize(f):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    return wrapper


def counted(f):
    def wrapper(x):
        wrapper.calls += 1
        return f(x)
    wrapper.calls = 0
    return wrapper


def compose(*functions):
    def run(x):
        for f in functions:
            x = f(x)
        return x
    return run


def adder(n):
    return lambda x: x + n


def scaler(k, modulus):
    def scale(x):
        return x * k % modulus
    return scale


def counter(step):
    state = [0]

    def bump():
        state[0] += step
        return state[0]
    return bump


@memoize
def paths(w, h):
    if w == 0 or h == 0:
        return 1
    return paths(w - 1, h) + paths(w, h - 1)


@counted
def collatz(n):
    return n // 2 if n % 2 == 0 else 3 * n + 1


def steps(n):
    count = 0
    while n != 1:
        n = collatz(n)
        count += 1
    return count


def integrate(f, a, b, n):
    h = (b - a) / n
    return h * sum(f(a + (i + 0.5) * h) for i in xrange(n))


def bisect(f, low, high):
    while high - low > 1e-12:
        middle = (low + high) / 2
        if f(low) * f(middle) <= 0:
            high = middle
        else:
            low = middle
    return low


def polynomial(*coefficients):
    def value(x):
        total = 0.0
        for c in coefficients:
            total = total * x + c
        return total
    return value


class Events(object):
    def __init__(self):
        self.handlers = []

    def on(self, handler):
        self.handlers.append(handler)

    def emit(self, value):
        for handler in self.handlers:
            handler(value)


def main():
    print(sum(paths(w, h) % 1000 for w in range(150) for h in range(150)))
    print(max((steps(n), n) for n in range(1, 20000)), collatz.calls)
    chain = compose(adder(3), scaler(7, 10007), adder(-1), scaler(5, 9973))
    x = 1
    for i in xrange(500000):
        x = chain(x + i)
    print(x)
    bumps = [counter(k) for k in range(1, 6)]
    print(sum(bump() for i in xrange(800000) for bump in bumps))
    print('%.6f' % integrate(polynomial(1, -2, 3, 4), 0.0, 2.0, 600000))
    roots = [bisect(lambda x: x * x * x - k, 0.0, 1.0 + k)
             for k in range(2, 500)]
    print('%.6f' % sum(roots))
    events, seen = Events(), {'sum': 0, 'even': 0}

    def add(value):
        seen['sum'] += value

    def even(value):
        if value % 2 == 0:
            seen['even'] += 1
    events.on(add)
    events.on(even)
    for i in xrange(800000):
        events.emit(i)
    print(sorted(seen.items()))
    words = ['%d' % (i * 7919 % 10007) for i in range(120000)]
    print(sorted(words, key=lambda w: (len(w), w[::-1]))[:3])
    print(sum(map(lambda p: p[0] * p[1], zip(range(600000), filter(
        lambda v: v % 3, xrange(900000))))))


main()
