"""Tables of orders: comprehensions, their consumers, grouping, joins."""
from __future__ import print_function


def rows(n):
    state, out = 7, []
    for i in xrange(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        out.append({'id': i, 'customer': state % 997,
                    'price': (state >> 5) % 7000 / 4.0,
                    'count': 1 + (state >> 9) % 9,
                    'tags': ['t%d' % (state % 13), 't%d' % (state % 7)]})
    return out


def revenue(orders):
    return sum(o['price'] * o['count'] for o in orders)


def by_customer(orders):
    groups = {}
    for o in orders:
        groups.setdefault(o['customer'], []).append(o)
    return groups


def matrix_product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns]
            for row in a]


def transpose(m):
    return [[row[i] for row in m] for i in range(len(m[0]))]


def is_prime(n):
    return n > 1 and all(n % d for d in xrange(2, int(n ** 0.5) + 1))


def pythagorean(n):
    return [(a, b, c) for a in xrange(1, n) for b in xrange(a, n)
            for c in (int((a * a + b * b) ** 0.5),)
            if c < n and a * a + b * b == c * c]


def main():
    orders = rows(60000)
    print('%.2f' % sum(revenue(orders) for i in range(20)))
    big = [o for o in orders if o['price'] > 600 and o['count'] > 4]
    print(len(big), len({o['customer'] for o in big}))
    groups = by_customer(orders)
    best = sorted(((sum(o['price'] for o in g), c)
                   for c, g in groups.items()), reverse=True)
    print(['%d:%.2f' % (c, total) for total, c in best[:3]])
    print(any(o['count'] > 9 for o in orders),
        all(o['price'] >= 0 for o in orders),
        max(o['price'] for o in orders), min(len(g) for g in groups.values()))
    tags = {tag: sum(1 for o in orders if tag in o['tags'])
            for tag in set(t for o in orders for t in o['tags'])}
    print(sorted(tags.items())[:4])
    m = [[(i * j) % 7 + 1 for j in range(110)] for i in range(110)]
    for i in range(3):
        m = [[x % 101 for x in row] for row in matrix_product(m, transpose(m))]
    print(sum(map(sum, m)), max(max(row) for row in m))
    print(len([n for n in xrange(200000) if is_prime(n)]),
        sum(1 for i in xrange(2600) for j in xrange(2600) if (i ^ j) % 3 == 0))
    print(len(pythagorean(700)), pythagorean(700)[-1])
    lines = [','.join(str(x) for x in row) for row in m * 10]
    print(sum(len(line) for line in lines),
        sum(int(x) for line in lines for x in line.split(',')))
    print(sorted(set(''.join(sorted(str(n))) for n in xrange(100000)))[:3])
    flat = [x for row in m for x in row if x % 2]
    print(sum(a * b for a, b in zip(flat, flat[1:])), len(set(flat)))


main()
