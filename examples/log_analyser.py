"""Analyses a server log with regular expressions and datetime."""
import re
import sys
from collections import Counter, defaultdict, deque
from datetime import datetime, timedelta

LINE = re.compile(r'''
    ^\[(?P<time>[^\]]+)\]\s+
    (?P<level>[A-Z]+)\s+
    (?:(?P<module>[\w.]+):\s+)?
    (?P<message>.*?)
    (?:\s+\((?P<ms>\d+(?:\.\d+)?)\s*ms\))?\s*$
''', re.VERBOSE)
REQUEST = re.compile(r'(GET|POST|PUT|DELETE) (\S+) -> (\d{3})')
ADDRESS = re.compile(r'\b(\d{1,3}(?:\.\d{1,3}){3})\b')
LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR']


class Entry(object):
    __slots__ = ('time', 'level', 'module', 'message', 'ms', 'extra')

    def __init__(self, match):
        self.time = datetime.strptime(match.group('time'),
                                      '%Y-%m-%d %H:%M:%S')
        self.level = match.group('level')
        self.module = match.group('module') or 'main'
        self.message = match.group('message')
        self.ms = float(match.group('ms')) if match.group('ms') else None
        self.extra = []

    def __cmp__(self, other):
        return cmp((self.time, self.module), (other.time, other.module))


def make_log():
    """A day of log lines, the same each time."""
    seed, time = 2012, datetime(2012, 3, 30, 22, 58, 41)
    paths = ['/', '/items', '/items/7', '/login', '/static/app.js']
    for n in range(400):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        kind = seed >> 16 & 31
        time += timedelta(seconds=(seed >> 8) % 400)
        stamp = time.strftime('%Y-%m-%d %H:%M:%S')
        host = '10.0.%d.%d' % (kind % 3, seed % 6)
        if kind < 22:
            status = 500 if kind == 21 else 404 if kind > 18 else 200
            yield '[%s] INFO web: %s %s -> %d from %s (%.1f ms)' % (
                stamp, 'POST' if kind == 3 else 'GET', paths[kind % 5],
                status, host, 5 + (seed >> 4) % 900 / 7.0)
        elif kind < 26:
            yield '[%s] DEBUG cache: %d keys dropped' % (stamp, seed % 50)
        elif kind < 29:
            yield '[%s] WARNING auth: bad password from %s' % (stamp, host)
        elif kind < 31:
            yield '[%s] ERROR db.pool: connection lost' % stamp
            yield '  at pool.acquire, line %d' % (seed % 90)
            yield '  at worker.run, line 12'
        else:
            yield 'garbage %08x' % seed


def parse(lines):
    entries, bad, current = [], [], None
    for number, line in enumerate(lines, 1):
        match = LINE.match(line)
        if match:
            current = Entry(match)
            entries.append(current)
        elif line.startswith('  ') and current is not None:
            current.extra.append(line.strip())
        else:
            bad.append((number, line))
    return entries, bad


def percentile(values, p):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * p / 100.0))]


def requests(entries):
    for e in entries:
        match = REQUEST.search(e.message)
        if match:
            method, path, status = match.groups()
            yield e, method, re.sub(r'/\d+', '/<id>', path), int(status)


def path_table(entries):
    times, failures = defaultdict(list), Counter()
    for e, method, path, status in requests(entries):
        times[method, path].append(e.ms)
        failures[method, path] += status >= 400
    print '%-22s %5s %5s %8s %8s %8s' % ('request', 'n', 'bad', 'mean',
                                        'p50', 'p95')
    for key in sorted(times, key=lambda k: (-len(times[k]), k)):
        v = times[key]
        print '%-22s %5d %5d %8.1f %8.1f %8.1f' % (
            ' '.join(key), len(v), failures[key], sum(v) / len(v),
            percentile(v, 50), percentile(v, 95))


def histogram(entries):
    hours = Counter(e.time.replace(minute=0, second=0) for e in entries)
    first, last = min(hours), max(hours)
    hour = first
    while hour <= last:
        if hour.hour % 4 == 0 or hour == first:
            label = hour.strftime('%a %H:%M')
        else:
            label = hour.strftime('    %H:%M')
        print '%s %3d %s' % (label, hours[hour], '=' * (hours[hour] // 2))
        hour += timedelta(hours=1)


def bursts(entries, level, count, window):
    """Times at which `count` entries of a level fell into a window."""
    recent, found = deque(), []
    for e in entries:
        if e.level != level:
            continue
        recent.append(e.time)
        while e.time - recent[0] > window:
            recent.popleft()
        if len(recent) >= count:
            found.append((recent[0], len(recent)))
            recent.clear()
    return found


def suspicious(entries):
    hosts = Counter()
    for e in entries:
        if e.module == 'auth':
            hosts.update(ADDRESS.findall(e.message))
    return hosts.most_common(3)


def main():
    lines = list(make_log())
    entries, bad = parse(lines)
    print '%d lines, %d entries, %d unreadable' % (len(lines), len(entries),
                                                   len(bad))
    print 'from %s to %s: %s' % (entries[0].time, entries[-1].time,
                                 entries[-1].time - entries[0].time)
    levels = Counter(e.level for e in entries)
    print ', '.join('%s %d' % (n, levels[n]) for n in LEVELS)
    print entries == sorted(entries), bad[0]
    path_table(entries)
    histogram(entries)
    for time, n in bursts(entries, 'ERROR', 3, timedelta(minutes=40)):
        print 'burst of %d errors from %s' % (n, time.isoformat())
    print suspicious(entries)
    trace = Counter(x for e in entries for x in e.extra)
    print trace.most_common(2)
    return 0


if __name__ == '__main__':
    sys.exit(main())
