from array import array
a = array('i', [1, 2, 3])
a.append(4)
a.extend([5, 6])
a.insert(0, 9)
a.remove(9)
a.reverse()
c = array('c', 'hello')
u = array('u', u'h\xe9')
d = array('d', [1.5, 2])
b = array('h')
b.fromstring('\1\0\2\0')
b.fromlist([3])
a[1:3] = array('i', [8])
a[0] = -1
del a[1]
for f in (lambda: array('z'), lambda: array('i', ['a']), lambda: array('b', [200]),
        lambda: array('i', [1.5]), lambda: array('i')[0], lambda: array('c', [5]),
        lambda: array('i', [1]) + [2], lambda: a.index(99), lambda: a.remove(99),
        lambda: array('i').pop(), lambda: array('h').fromstring('a'),
        lambda: array('i', [2 ** 40]), lambda: a.__setitem__(slice(0, 1), [1]),
        lambda: array('B', [-1]), lambda: a.extend('x'), lambda: hash(a), lambda: array(),
        lambda: array('I', [-1])):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
