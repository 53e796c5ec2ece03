"""re: findall, sub, match in a loop, split, named groups."""
import re


def main():
    line = '10.0.%d.7 - bob [10/Oct/2000:13:55:%02d] "GET /a%d?x=1" %d 2326\n'
    text = ''.join(line % (i % 256, i % 60, i, 200 + i % 3)
                   for i in xrange(20000))
    log = re.compile(r'(?P<ip>\S+) - (?P<user>\w+) \[(?P<when>[^]]+)\] '
                     r'"(?P<what>[^"]*)" (?P<code>\d+) (?P<size>\d+)')
    total = 0
    for i in range(4):
        for row in text.splitlines():
            m = log.match(row)
            if m.group('code') == '200':
                total += int(m.group('size'))
    print total, len(re.findall(r'\b\d{3}\b', text))
    print len(re.sub(r'(\d+)\.(\d+)', r'\2.\1', text))
    print len(re.sub(r'[aeiou]', lambda m: m.group().upper(), text))
    print len(re.split(r'[\s"]+', text)), text.count('bob')
    print sum(1 for m in re.finditer('(?i)get|POST', text))


main()
