from datetime import datetime, date, time, timedelta
t = datetime(2001, 9, 9, 1, 46, 40, 123456)
for f in (lambda: datetime(2000, 1, 1, 25), lambda: datetime.strptime('x', '%Y'),
        lambda: datetime.strptime('2000 x', '%Y'), lambda: t - 5, lambda: t < date(2000, 1, 1),
        lambda: time(24), lambda: datetime.max + timedelta(seconds=1), lambda: t + t,
        lambda: datetime(2000), lambda: datetime.fromtimestamp(1e20),
        lambda: time(1) + timedelta(1), lambda: datetime.strptime('1999', '%q'),
        lambda: t.replace(day=50), lambda: t < 5):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
