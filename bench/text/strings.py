"""Splitting, joining, formatting and replacing, as report programs do."""
from __future__ import print_function


def make_csv(n):
    lines = ['id,name,city,amount,date']
    cities = ['Oslo', 'Lima', 'Pune', 'Kyoto', 'Accra']
    for i in xrange(n):
        lines.append('%d,%s,%s,%.2f,2012-%02d-%02d' % (
            i, 'customer %05d' % (i * 7919 % 100000), cities[i % 5],
            i * 1.37 % 500, i % 12 + 1, i % 28 + 1))
    return '\n'.join(lines)


def parse(text):
    lines = text.split('\n')
    names = lines[0].split(',')
    return [dict(zip(names, line.split(','))) for line in lines[1:]]


def report(rows):
    out = []
    for r in rows:
        name = r['name'].replace('customer', 'client').title().strip()
        year, month, day = r['date'].split('-')
        out.append('{0:<16}|{1:>8}|{2}'.format(
            name, r['amount'], '/'.join([day, month, year])))
    return '\n'.join(out)


def letters(text):
    counts = {}
    for c in text.lower():
        if c.isalpha():
            counts[c] = counts.get(c, 0) + 1
    return counts


def rot(text, k):
    out = ''
    for c in text:
        if 'a' <= c <= 'z':
            c = chr((ord(c) - 97 + k) % 26 + 97)
        out += c
    return out


def main():
    text = make_csv(450000)
    rows = parse(text)
    r = report(rows)
    print(len(text), len(rows), len(r), r.count('Client'), r[:30])
    print(sorted(letters(r).items())[:6])
    s = rot(r[:500000], 3)
    print(s[:25], rot(s, 23) == r[:500000], s.find('fo'), s.upper().rfind('F'))


main()
