print zip([1, 2], 'ab'), zip([1, 2, 3], 'a'), zip(), zip([1]), zip('ab', 'cd', 'ef')
print zip(*[(1, 2), (3, 4)]), zip([], [1]), zip(xrange(3), iter('xyz')), zip({'k': 1})
print dict(zip('ab', range(2))), zip(u'a', 'b')
def gen():
    for i in range(3):
        print 'pulled', i
        yield i
g = gen()
print zip([1], g), next(g)
h = gen()
print zip(h, [1])
print next(h, 'gone')
for f in (lambda: zip(5), lambda: zip([1], 5), lambda: zip([1], None)):
    try:
        f()
    except TypeError as e:
        print e
