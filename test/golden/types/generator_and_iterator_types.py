l = [1, 2, 3]
i = iter(l)
print i.__length_hint__(), next(i), i.__length_hint__()
l.append(4)
print list(i)
l.append(5)
print next(i, 'exhausted for good')
r = reversed(l); print next(r), r.__length_hint__(), list(r)
e = enumerate('ab', 5)
print e.next(), list(e), list(enumerate([], 1)), list(enumerate('x', 2 ** 70))
c = iter(iter([3, 2, 1, 0]).next, 1); print list(c), next(c, 'done')
d = iter({'a': 1}); print d.next(), next(d, 'end')
s = iter('ab')
print s.next(), list(s)
t = iter((1,))
print t.next(), list(t), iter(i) is i
z = iter(xrange(2)); print list(z), list(z)
def mutate():
    l = [1, 2, 3, 4]
    for x in l:
        if x == 2: l.remove(2)
        print x,
    print l
mutate()
