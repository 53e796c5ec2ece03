"""Records in dictionaries: join, group, count, pivot, sort by keys."""
from __future__ import print_function

from collections import Counter, defaultdict, namedtuple
from itertools import groupby
from operator import attrgetter, itemgetter

Order = namedtuple('Order', 'number customer product day quantity price')

CITIES = ['Oslo', 'Lima', 'Pune', 'Kyoto', 'Accra', 'Quito', 'Turin']
PRODUCTS = ['bolt', 'nut', 'screw', 'washer', 'rivet', 'nail', 'hook',
            'bracket', 'hinge', 'latch', 'spring']


def make_customers(n):
    return dict(('c%05d' % i, {'name': 'Customer %d' % i,
                               'city': CITIES[i * 7 % len(CITIES)]})
                for i in xrange(n))


def make_orders(n, customers):
    seed, out = 11, []
    for i in xrange(n):
        seed = (seed * 16807) % 2147483647
        out.append(Order(i, 'c%05d' % (seed % customers),
                         PRODUCTS[seed // 7 % len(PRODUCTS)], seed % 365,
                         seed // 1000 % 20 + 1, seed % 997 / 4.0))
    return out


def by_city(orders, customers):
    totals = defaultdict(float)
    for o in orders:
        totals[customers[o.customer]['city']] += o.quantity * o.price
    return totals


def pivot(orders):
    table = {}
    for o in orders:
        key = (o.product, o.day // 31)
        table[key] = table.get(key, 0) + o.quantity
    return table


def best_customers(orders):
    spent, products = Counter(), defaultdict(set)
    for o in orders:
        spent[o.customer] += o.quantity
        products[o.customer].add(o.product)
    return [(c, n, len(products[c])) for c, n in
            sorted(spent.items(), key=lambda item: (-item[1], item[0]))[:3]]


def days(orders):
    out = []
    for day, group in groupby(sorted(orders, key=attrgetter('day')),
                              key=attrgetter('day')):
        group = list(group)
        out.append((len(group), day, max(group, key=itemgetter(5)).number))
    return sorted(out, reverse=True)[:3]


def duplicates(orders):
    seen, twice = set(), set()
    for o in orders:
        key = (o.customer, o.product)
        if key in seen:
            twice.add(key)
        seen.add(key)
    return len(seen), len(twice)


def main():
    customers = make_customers(20000)
    orders = make_orders(320000, 20000)
    for city, total in sorted(by_city(orders, customers).items()):
        print('%-6s %14.2f' % (city, total))
    table = pivot(orders)
    print(len(table), sorted(table.items())[:3])
    print(best_customers(orders))
    print(days(orders))
    print(duplicates(orders))
    print(Counter(o.product for o in orders).most_common(3))
    ordered = sorted(orders, key=lambda o: (o.product, -o.quantity, o.number))
    print(ordered[0].number, ordered[-1].number)


main()
