"""Regular expressions: scanning a text, substituting, filling templates."""
from __future__ import print_function

import re

TOKEN = re.compile(r"""
    (?P<number>\d+(?:\.\d+)?)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<string>"(?:[^"\\]|\\.)*")
  | (?P<operator>\*\*|[-+*/=<>!]=?)
  | (?P<bracket>[][(){}])
  | (?P<comment>\#.*)
  | (?P<space>\s+)
  | (?P<other>.)
""", re.VERBOSE)
MAIL = re.compile(r'([\w.]+)@([\w-]+)\.(com|org|net)')
DATE = re.compile(r'\b(\d{4})-(\d\d)-(\d\d)\b')
FIELD = re.compile(r'\{(\w+)\}')
TEMPLATE = 'Dear {title} {name},\non {date} you ordered {count} {item} ' \
           'for {price}; write to {mail} about it.\n'


def source(n):
    out = []
    for i in xrange(n):
        out.append('total_%d = total_%d + rate * %d.%d  # line %d\n' % (
            i, i - 1, i, i % 10, i))
        out.append('if name[%d] == "item \\"%d\\"" : call(x, (y ** 2))\n' % (
            i % 7, i))
    return ''.join(out)


def scan(text):
    counts, names = {}, {}
    for m in TOKEN.finditer(text):
        kind = m.lastgroup
        counts[kind] = counts.get(kind, 0) + 1
        if kind == 'name':
            name = m.group()
            names[name] = names.get(name, 0) + 1
    return counts, names


def letters(n):
    out = []
    for i in xrange(n):
        fields = {'title': ('Mr', 'Ms', 'Dr')[i % 3], 'name': 'N%d' % i,
                  'date': '20%02d-%02d-%02d' % (i % 14, i % 12 + 1,
                                                i % 28 + 1),
                  'count': str(i % 17), 'item': 'apples',
                  'price': '%.2f' % (i % 170 * 0.35),
                  'mail': 'shop.%d@market-%d.%s' % (
                      i, i % 9, ('com', 'org', 'net', 'xyz')[i % 4])}
        out.append(FIELD.sub(lambda m: fields[m.group(1)], TEMPLATE))
    return ''.join(out)


def main():
    counts, names = scan(source(50000))
    print(sorted(counts.items()))
    print(len(names), max(names.values()))
    text = letters(80000)
    print(len(text), text[:40].replace('\n', '|'))
    hosts = {}
    for user, host, top in MAIL.findall(text):
        hosts[host, top] = hosts.get((host, top), 0) + len(user)
    print(sorted(hosts.items())[:3])
    turned = DATE.sub(r'\3/\2/\1', text)
    print(len(turned), DATE.search(turned), turned[20:60].replace('\n', '|'))
    words = re.split(r'[\s,;]+', turned)
    print(len(words), sum(1 for w in words if re.match(r'\d+$', w)))


main()
