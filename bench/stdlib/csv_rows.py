"""csv: writer, reader, DictReader, DictWriter."""
import cStringIO
import csv


def main():
    rows = [[i, 'name %d' % i, i * 1.25, 'with, comma', 'quo"te', '']
            for i in xrange(20000)]
    for i in range(5):
        out = cStringIO.StringIO()
        csv.writer(out).writerows(rows)
        text = out.getvalue()
        again = list(csv.reader(text.splitlines(True)))
    lines = ['a,b,c\n'] + ['%d,%d,x\n' % (i, i * i) for i in xrange(40000)]
    dicts = list(csv.DictReader(lines))
    out = cStringIO.StringIO()
    csv.DictWriter(out, ['a', 'b', 'c']).writerows(dicts)
    print len(text), len(again), again[-1], dicts[-1]['b'], len(out.getvalue())


main()
