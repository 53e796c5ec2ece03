from datetime import timedelta, datetime, tzinfo
d = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
print d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), -d, d * 2, 2 * d
print d // 3, abs(timedelta(-1)), d + d, d - timedelta(2), timedelta(weeks=1)
print timedelta(0.5), timedelta(microseconds=-1), timedelta(), bool(timedelta())
print timedelta(1) < timedelta(2), timedelta(hours=24) == timedelta(1)
print hash(timedelta(1)) == hash(timedelta(hours=24)), timedelta.max, timedelta.min
print timedelta.resolution, timedelta(milliseconds=1.5)
print timedelta(days=1.5, seconds=0.1), str(timedelta(-1, 5)), repr(timedelta(0, 0, 7))
class Off(tzinfo):
    def __init__(self, m, n): self.m, self.n = m, n
    def utcoffset(self, dt): return timedelta(minutes=self.m)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return self.n
a = datetime(2000, 1, 1, 12, tzinfo=Off(90, 'X'))
b = datetime(2000, 1, 1, 12, tzinfo=Off(-300, 'Y'))
print a, a.isoformat(), a.utcoffset(), a.tzname(), a.strftime('%z %Z')
print a.astimezone(Off(0, 'UTC')), b - a, a < b, a.utctimetuple()[:5]
print a == a.astimezone(Off(60, 'Q')), a.timetz(), a.replace(tzinfo=None)
