l = [3, 1, 2]
l.append(4)
l.extend('ab')
l.insert(0, 'first')
l.insert(-1, 'x')
l.insert(100, 'end')
l.insert(-100, 'start')
l.remove('first')
l.reverse()
l[1:2] = 'pqr'
l[:0] = [0]
l[len(l):] = [9]
l[::2] = range(len(l[::2]))
del l[1:3]
del l[-1]
del l[::3]
l += (1, 2)
l *= 2
l = range(5)
l.extend(l)
l.extend(iter([1]))
l[1:3] = l
for f in (lambda: [].remove(1), lambda: [1].index(2), lambda: [1, 2].index(1, 1),
        lambda: [].pop(), lambda: l.pop(99), lambda: l.insert('a', 1),
        lambda: l.__setslice__(0, 1, 5), lambda: l.__setitem__(slice(0, 10, 2), [1]),
        lambda: l.count(), lambda: [1] + (2,), lambda: l.__delitem__(99), lambda: l.pop('a'),
        lambda: l.extend(None), lambda: hash([]), lambda: l.index(), lambda: l.reverse(1),
        lambda: l.__getitem__(99), lambda: l['a'], lambda: l[1, 2]):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
