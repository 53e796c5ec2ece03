from collections import deque
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
print d, d.maxlen, len(d)
d.appendleft(0); print d, d.pop(), d.popleft(), d
d.extend('ab')
d.extendleft('xy')
print d
d.rotate(1)
print d
d.rotate(-2)
print d, d[0], d[-1]
d[1] = 'set'
del d[0]
print d, 'set' in d, d.count('x'), list(reversed(d))
d.remove('set')
d.reverse()
print d, deque('abc') == deque('abc'), deque([1]) < deque([2]), deque()
e = deque([1, 2])
e += [3]
print e, repr(deque([[1]])), bool(deque()), deque(range(3), 2), deque([1]).maxlen
e.clear()
print e
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5],
        lambda: deque([1]).remove(2), lambda: deque(5), lambda: deque([], -1),
        lambda: hash(deque()), lambda: deque([1])[0:1], lambda: deque().rotate('a'),
        lambda: deque([1]) + deque([2])):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
m = deque([1, 2, 3])
try:
    for x in m: m.append(x)
except RuntimeError as e:
    print e
