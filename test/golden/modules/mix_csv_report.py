# Tables and totals: argparse with csv and collections, as a tool has them.
import argparse, csv, sys
from collections import defaultdict, OrderedDict, Counter, namedtuple
from StringIO import StringIO

DATA = '''region,product,units,price
north,apple,10,1.25
south,"pear, green",3,2.5
north,pear,7,2.5
east,apple,,1.25
south,apple,12,1.30
west,"he said ""hi""",1,9.99
'''
Row = namedtuple('Row', 'region product units price')

def parse(argv):
    p = argparse.ArgumentParser(prog='sales', description='Sums up sales.',
                                epilog='Reads stdin without FILE.')
    p.add_argument('files', metavar='FILE', nargs='*', help='input (default: %(default)s)', default=['-'])
    p.add_argument('-g', '--group', choices=['region', 'product'], default='region')
    p.add_argument('-t', '--top', type=int, metavar='N', help='only the best N')
    p.add_argument('-v', '--verbose', action='count')
    g = p.add_mutually_exclusive_group()
    g.add_argument('--json', action='store_true')
    g.add_argument('--csv', action='store_true')
    sub = p.add_argument_group('advanced', 'for experts')
    sub.add_argument('--delimiter', default=',', type=lambda s: s.decode('string_escape'))
    return p, p.parse_args(argv)

def rows(f, delim):
    rd = csv.DictReader(f, delimiter=delim)
    for r in rd:
        try:
            yield Row(r['region'], r['product'], int(r['units']), float(r['price']))
        except ValueError as e:
            print >>sys.stderr, 'line %d: %s' % (rd.line_num, e)

def report(ns):
    total = defaultdict(float)
    count = Counter()
    for r in rows(StringIO(DATA), ns.delimiter):
        k = getattr(r, ns.group)
        total[k] += r.units * r.price
        count[k] += r.units
    best = sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:ns.top]
    if ns.csv:
        w = csv.writer(sys.stdout, quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n')
        w.writerow([ns.group, 'total'])
        w.writerows(best)
    else:
        for k, v in best:
            print '%-15s %10.2f %4d' % (k, v, count[k])
    print count.most_common(2), OrderedDict(best)

for argv in [[], ['-g', 'product', '-t', '3', '-vv'], ['--csv', '-g', 'product'], ['-h'],
             ['--json', '--csv'], ['-g', 'bogus'], ['-t', 'x'], ['--nope'], ['a', 'b', '--top=1']]:
    print '>>>', argv
    try:
        p, ns = parse(argv)
        print ns
        report(ns)
    except SystemExit as e:
        print 'exit', e.code
d = csv.Sniffer().sniff('a;b;c\n1;2;3\n4;5;6\n')
print repr(d.delimiter), csv.list_dialects()
try:
    csv.writer(sys.stdout, quoting=csv.QUOTE_NONE).writerow(['a,b'])
except csv.Error as e:
    print e
