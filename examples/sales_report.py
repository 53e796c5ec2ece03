"""A sales report from CSV text: parsing, checking, grouping, tables."""
import sys
from collections import defaultdict, namedtuple
from datetime import date

DATA = '''\
# date,region,seller,product,quantity,price
2012-01-03,North,Anna,"Tea, green",12,3.50
2012-01-05,South,Ben,Coffee,7,8.20
2012-01-09,North,Anna,Coffee,3,8.20
2012-01-17,West,Carla,"Sugar ""fine""",40,1.10
2012-01-23,South,Dan,Tea black,15,3.20
2012-02-02,North,Eve,Coffee,22,8.00
2012-02-06,West,Carla,"Tea, green",9,3.50
2012-02-11,South,Ben,Coffee,eleven,8.20
2012-02-14,South,Ben,Sugar,60,0.95
2012-02-20,East,Fay,Coffee,5,8.40
2012-02-29,North,Anna,Sugar,10,1.00
2012-02-30,North,Anna,Sugar,10,1.00
2012-03-01,West,Carla,Coffee,14,8.10
2012-03-08,East,Fay,"Tea, green",30,3.30
2012-03-12,South,Dan,Coffee,2,8.20
2012-03-15,South,Dan,Coffee,2
2012-03-21,North,Eve,Tea black,18,3.15
2012-03-30,West,Gus,Coffee,1,-5.00
'''

Sale = namedtuple('Sale', 'day region seller product quantity price')


class BadLine(Exception):
    def __init__(self, number, reason):
        Exception.__init__(self, 'line %d: %s' % (number, reason))
        self.number = number


def split_csv(line):
    """Fields of a CSV line; quotes protect commas, "" is a quote."""
    fields, field, quoted, i = [], [], False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"' and line[i + 1:i + 2] == '"':
                field.append('"')
                i += 1
            elif c == '"':
                quoted = False
            else:
                field.append(c)
        elif c == '"':
            quoted = True
        elif c == ',':
            fields.append(''.join(field))
            field = []
        else:
            field.append(c)
        i += 1
    fields.append(''.join(field))
    return fields


def parse_line(number, line):
    fields = split_csv(line)
    if len(fields) != len(Sale._fields):
        raise BadLine(number, 'expected %d fields, found %d' %
                      (len(Sale._fields), len(fields)))
    try:
        day = date(*[int(part) for part in fields[0].split('-')])
        quantity, price = int(fields[4]), float(fields[5])
    except (ValueError, TypeError) as e:
        raise BadLine(number, str(e))
    if price < 0:
        raise BadLine(number, 'negative price %.2f' % price)
    return Sale(day, fields[1], fields[2], fields[3], quantity, price)


def parse(text):
    sales, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith('#'):
            continue
        try:
            sales.append(parse_line(number, line))
        except BadLine as e:
            problems.append(e)
    return sales, problems


def amount(sale):
    return sale.quantity * sale.price


def group(sales, key):
    groups = defaultdict(list)
    for sale in sales:
        groups[key(sale)].append(sale)
    return groups


def money(value):
    return '{0:,.2f}'.format(value)


class Table(object):
    """Prints rows under a heading, numbers aligned to the right."""

    def __init__(self, title, *columns):
        self.title, self.columns, self.rows = title, columns, []

    def add(self, *cells):
        self.rows.append([c if isinstance(c, str) else str(c) for c in cells])

    def widths(self):
        everything = [self.columns] + self.rows
        return [max(len(row[i]) for row in everything)
                for i in range(len(self.columns))]

    def line(self, cells, widths):
        out = [cells[0].ljust(widths[0])]
        out += [c.rjust(w) for c, w in zip(cells[1:], widths[1:])]
        return '  '.join(out).rstrip()

    def render(self, out):
        widths = self.widths()
        print >>out, self.title
        print >>out, self.line(self.columns, widths)
        print >>out, '-' * (sum(widths) + 2 * len(widths) - 2)
        for row in self.rows:
            print >>out, self.line(row, widths)
        print >>out


def by_region(sales):
    table = Table('Sales by region', 'Region', 'Orders', 'Amount', 'Share')
    total = sum(amount(s) for s in sales)
    regions = group(sales, lambda s: s.region)
    for name in sorted(regions, key=lambda r: -sum(map(amount, regions[r]))):
        value = sum(amount(s) for s in regions[name])
        table.add(name, len(regions[name]), money(value),
                  '%.1f%%' % (100 * value / total))
    table.add('Total', len(sales), money(total), '100.0%')
    return table


def by_month(sales):
    products = sorted(set(s.product for s in sales))
    table = Table('Quantity by month', 'Month', *products)
    months = group(sales, lambda s: (s.day.year, s.day.month))
    for year, month in sorted(months):
        counts = dict.fromkeys(products, 0)
        for sale in months[year, month]:
            counts[sale.product] += sale.quantity
        table.add('%d-%02d' % (year, month), *[counts[p] for p in products])
    return table


def best_sellers(sales, limit):
    table = Table('Best sellers', 'Seller', 'Amount', 'Largest', 'Average')
    people = group(sales, lambda s: s.seller)
    ranked = sorted(((sum(map(amount, v)), k) for k, v in people.items()),
                    reverse=True)
    for value, name in ranked[:limit]:
        orders = people[name]
        table.add(name, money(value), money(max(map(amount, orders))),
                  money(value / len(orders)))
    return table


def weekday_chart(sales):
    names = 'Mon Tue Wed Thu Fri Sat Sun'.split()
    totals = [0.0] * 7
    for sale in sales:
        totals[sale.day.weekday()] += amount(sale)
    top = max(totals)
    return '\n'.join('%s %-30s %8s' % (n, '#' * int(30 * t / top), money(t))
                     for n, t in zip(names, totals) if t)


def main():
    sales, problems = parse(DATA)
    for table in by_region(sales), by_month(sales), best_sellers(sales, 4):
        table.render(sys.stdout)
    print weekday_chart(sales)
    print
    print '%d lines skipped:' % len(problems)
    for problem in problems:
        print '  %s' % problem
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
