from datetime import date, timedelta
d = date(2012, 2, 29)
for f in (lambda: date(2011, 2, 29), lambda: date(2000, 13, 1), lambda: date(0, 1, 1),
        lambda: date(2000, 1), lambda: d + 5, lambda: d < 5, lambda: date.max + timedelta(1),
        lambda: d.replace(month=4, day=31), lambda: date('x', 1, 1),
        lambda: date(1, 1, 1).strftime('%Y'), lambda: date.fromordinal(0)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
