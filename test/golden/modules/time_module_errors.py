import time
t = time.gmtime(1000000000)
a = time.time()
time.sleep(0.02)
b = time.time()
c = time.clock()
for f in (lambda: time.sleep(-1), lambda: time.strptime('x', '%Y'), lambda: time.gmtime('a'),
        lambda: time.strftime(5), lambda: time.mktime((1,)), lambda: time.asctime(5),
        lambda: time.strftime('%Y', (1,)), lambda: time.gmtime(1e20),
        lambda: time.strptime('2001 extra', '%Y'), lambda: time.struct_time((1, 2)),
        lambda: time.strftime('%Y', (2000, 13, 1, 0, 0, 0, 0, 1, 0))):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
