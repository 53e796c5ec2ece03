import time
t = time.gmtime(1000000000)
print t, t.tm_year, t[0:3], t.tm_isdst, len(t), time.gmtime(0)[:]
print time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %w %y %p %I %%', t)
print time.asctime(t), time.ctime(0), time.mktime(time.localtime(12345)), time.timezone
print time.altzone, time.tzname, time.daylight
print time.strptime('2001-09-09 01:46:40', '%Y-%m-%d %H:%M:%S')[:6]
print time.strptime('3 Feb 99', '%d %b %y')[:3], time.localtime(86400)[:6]
print time.asctime((2000, 1, 2, 3, 4, 5, 6, 7, 0))
a = time.time()
time.sleep(0.02)
b = time.time()
c = time.clock()
print b - a >= 0.02, isinstance(a, float), c >= 0, t < time.gmtime(2000000000)
print t == time.gmtime(1000000000), isinstance(t, time.struct_time)
print time.struct_time(range(9))
