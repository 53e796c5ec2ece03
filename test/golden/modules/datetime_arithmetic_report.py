from datetime import date, datetime, timedelta
d = date(2012, 1, 30)
while d < date(2012, 3, 3):
    if d.weekday() == 0: print d, d.isocalendar(), d.strftime('%a %d %b')
    d += timedelta(1)
a, b = datetime(2012, 2, 28, 23, 30), datetime(2012, 3, 1, 0, 15)
delta = b - a
print delta, delta.days, delta.seconds, delta.total_seconds() / 60, divmod(delta.seconds, 3600)
print sorted([b, a])[0] == a, (date(2013, 1, 1) - date(2012, 1, 1)).days
print a + timedelta(hours=-50), [date(2012, m, 1).strftime('%b') for m in range(1, 13)]
def age(born, today): return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
print age(date(1980, 2, 29), date(2012, 2, 28)), age(date(1980, 2, 29), date(2012, 2, 29))
