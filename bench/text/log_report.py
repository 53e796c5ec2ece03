"""Writes an access log to a file, reads it back by lines, and reports."""
from __future__ import print_function

import os
import tempfile

PAGES = ['/', '/index.html', '/about', '/products', '/products/17', '/cart',
         '/search?q=python', '/static/site.css', '/static/logo.png', '/login']
AGENTS = ['Mozilla/5.0 (X11; Linux)', 'curl/7.88', 'Googlebot/2.1']
LINE = '%s - %s [%02d/Mar/2014:%02d:%02d:%02d +0000] "%s %s HTTP/1.1" %d %d ' \
       '"-" "%s"\n'


def write_log(path, n):
    seed = 42
    with open(path, 'w') as f:
        for i in xrange(n):
            seed = (seed * 1103515245 + 12345) % 2147483648
            x = seed >> 8
            host = '10.%d.%d.%d' % (x % 4, x // 4 % 16, x // 64 % 250)
            user = 'user%d' % (x % 50) if x % 3 == 0 else '-'
            status = 404 if x % 29 == 0 else 500 if x % 97 == 0 else 200
            method = 'POST' if x % 11 == 0 else 'GET'
            f.write(LINE % (host, user, 1 + i * 28 // n, i % 24, x % 60,
                            i % 60, method, PAGES[x % len(PAGES)], status,
                            x % 50000, AGENTS[x % len(AGENTS)]))


def parse(line):
    head, request, tail, _, _, agent, _ = line.split('"')
    host, _, user, when = head.split(None, 3)
    method, path, _ = request.split(' ')
    status, size = tail.split()
    return host, user, when.strip(' []'), method, path, int(status), \
        int(size), agent


def read_log(path):
    hits, traffic, errors, days, users = {}, {}, [], {}, set()
    for line in open(path):
        line = line.rstrip('\n')
        if not line or line.startswith('#'):
            continue
        host, user, when, method, path, status, size, agent = parse(line)
        page = path.split('?')[0]
        hits[page] = hits.get(page, 0) + 1
        traffic[host] = traffic.get(host, 0) + size
        day = when[:when.index(':')]
        if day not in days:
            days[day] = [0, 0]
        days[day][0] += 1
        days[day][1] += size
        if user != '-':
            users.add(user)
        if status >= 400:
            errors.append((status, method, page, host))
    return hits, traffic, errors, days, users


def report(hits, traffic, errors, days, users):
    out = []
    for page, n in sorted(hits.items(), key=lambda item: (-item[1], item[0])):
        out.append('%-20s %8d' % (page, n))
    top = sorted(traffic.items(), key=lambda item: (-item[1], item[0]))
    for host, size in top[:5]:
        out.append('%-15s %10.1f KB' % (host, size / 1024.0))
    for day in sorted(days)[:3]:
        out.append('%s: %6d hits, %12d bytes' % (day, days[day][0],
                                                 days[day][1]))
    errors.sort()
    out.append('%d users, %d hosts, %d errors, first %s, last %s' % (
        len(users), len(traffic), len(errors), errors[0], errors[-1]))
    return '\n'.join(out)


def main():
    handle, path = tempfile.mkstemp('.log')
    os.close(handle)
    try:
        write_log(path, 450000)
        print(os.path.getsize(path))
        print(report(*read_log(path)))
    finally:
        os.remove(path)


main()
