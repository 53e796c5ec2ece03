from datetime import timedelta, datetime, tzinfo
d = timedelta(days=1, hours=2, minutes=3, seconds=4, microseconds=5)
class Off(tzinfo):
    def __init__(self, m, n): self.m, self.n = m, n
    def utcoffset(self, dt): return timedelta(minutes=self.m)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return self.n
a = datetime(2000, 1, 1, 12, tzinfo=Off(90, 'X'))
b = datetime(2000, 1, 1, 12, tzinfo=Off(-300, 'Y'))
for f in (lambda: d / 2.0, lambda: d * 1.5, lambda: a < datetime(2000, 1, 1),
        lambda: a - datetime(2000, 1, 1), lambda: timedelta(days=10 ** 10),
        lambda: timedelta('x'), lambda: d // 0, lambda: d + 5, lambda: d < 5,
        lambda: datetime(2000, 1, 1).astimezone(Off(0, 'u')), lambda: d / d,
        lambda: -timedelta.max - timedelta(1)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
