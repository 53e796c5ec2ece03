from datetime import date, timedelta
d = date(2012, 2, 29)
print d, repr(d), d.year, d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal()
print d.timetuple()[:9], d.isoformat(), d.ctime(), d.strftime('%d.%m.%Y %A')
print d.replace(year=2016), date.fromordinal(1), date.min, date.max, date.resolution
print format(d, '%j'), date.fromtimestamp(0)
print d + timedelta(365), d - timedelta(days=60), d - date(2000, 1, 1)
print d < date(2013, 1, 1), d == date(2012, 2, 29), hash(d) == hash(date(2012, 2, 29))
print max(d, date(1, 1, 1)), sorted([date(2, 1, 1), date(1, 1, 1)]), d != 5
print d == '2012-02-29'
