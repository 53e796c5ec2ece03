import threading
out = {}
def strings(): out['s'] = ''.join(str(i) for i in range(3000)).count('7')
def longs(): out['l'] = sum(int(c) for c in str(3 ** 2000))
def floats(): out['f'] = '%.6f' % sum(1.0 / i for i in xrange(1, 20000))
def sorts(): out['o'] = sorted(range(5000), key=lambda x: -x)[:3]
ts = [threading.Thread(target=f) for f in (strings, longs, floats, sorts)]
for t in ts: t.start()
for t in ts: t.join()
print sorted(out.items())
