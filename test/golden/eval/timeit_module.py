import timeit
ticks = iter(range(100))
t = timeit.Timer('x += 1', 'x = 0', lambda: next(ticks))
print t.timeit(10), t.repeat(2, 5)
print timeit.Timer(lambda: None, timer=lambda: 7).timeit(3)
seen = []
def setup():
    seen.append('setup')
timeit.timeit(lambda: seen.append(1), setup, number=2)
print seen
try:
    timeit.Timer('1 +')
except SyntaxError, e:
    print e.msg, e.filename
try:
    timeit.Timer(5)
except ValueError, e:
    print e
print 0 <= timeit.timeit('len("abc")', number=100) < 1
