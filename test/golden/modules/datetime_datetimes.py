from datetime import datetime, date, time, timedelta
t = datetime(2001, 9, 9, 1, 46, 40, 123456)
print t, repr(t), datetime(2000, 1, 1), repr(datetime(2000, 1, 1, 5)), t.isoformat()
print t.isoformat(' '), t.date(), t.time(), t.strftime('%Y/%m/%d %H:%M:%S.%f %p %a %j')
print t.timetuple()[:6], t.replace(hour=0, microsecond=0), t.ctime(), t.weekday()
print datetime.strptime('2010-05-06 07:08', '%Y-%m-%d %H:%M')
print datetime.combine(date(1999, 1, 2), time(3, 4)), datetime.fromtimestamp(0)
print datetime.utcfromtimestamp(1e9), t.tzinfo, datetime.min, datetime.max
print t - datetime(2001, 1, 1), t + timedelta(hours=30, microseconds=900000)
print t - timedelta(weeks=1), t > datetime(2000, 1, 1), t == t.replace()
print '{0:%H-%M}'.format(t), t.toordinal(), isinstance(t, date), t.time() < time(2)
print bool(time(0)), time(1, 2, 3, 4), repr(time(1, 2)), time(12, 30).isoformat()
print time(1, 2).strftime('%H.%M'), time(5).replace(minute=6)
print hash(t) == hash(t.replace()), time.max
