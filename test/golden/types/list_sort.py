l = [3, 1, 2]
l.sort()
print l
l.sort(reverse=True); print l
l = ['bb', 'a', 'CC', 'c']
l.sort(key=str.lower)
print l
l.sort(lambda a, b: cmp(len(a), len(b)))
print l
l.sort(cmp=lambda a, b: cmp(b, a))
print l
l.sort(None, None, True)
print l
d = [(1, 'z'), (0, 'y'), (1, 'a'), (0, 'b')]
d.sort(key=lambda t: t[0])
print d
d.sort(key=lambda t: t[0], reverse=True)
print d
print sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([1, 'a', None, 2.5, (1,)])
print sorted([[2], [1, 5], []]), sorted(range(5), key=lambda x: -x)
print sorted([True, False, 2])
calls = []
def k(x): calls.append(x); return x % 3
print sorted(range(7), key=k), calls
l = [1, 2, 3]
def bad(x): l.append(1); return x
try:
    l.sort(key=bad)
except ValueError as e:
    print e
for f in (lambda: [1, 2].sort(5), lambda: [1, 2].sort(key=5),
        lambda: [1, 2].sort(cmp=lambda a: 1), lambda: [1, 2].sort(cmp=lambda a, b: 'x'),
        lambda: [2, 1].sort(1, 2, 3, 4), lambda: [1j, 2j].sort(),
        lambda: [1, 2].sort(reverse='x')):
    try:
        f()
    except TypeError as e:
        print e
def boom(a, b): raise KeyError('cmp')
m = [3, 2, 1]
try:
    m.sort(boom)
except KeyError:
    print sorted(m)
