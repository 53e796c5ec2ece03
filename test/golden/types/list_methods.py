l = [3, 1, 2]
l.append(4)
l.extend('ab')
l.insert(0, 'first')
l.insert(-1, 'x')
l.insert(100, 'end')
l.insert(-100, 'start')
print l
print l.pop(), l.pop(0), l.pop(-2), l, l.index(1), l.index(4, 2), l.count(3)
l.remove('first')
l.reverse()
print l, l * 2, 2 * [1], [1] * 0, [1] * -1, [1, 2] + [3], l == l[:], [] < [1]
print [1, 2] < [1, 3], [2] > [1, 9]
l[1:2] = 'pqr'
l[:0] = [0]
l[len(l):] = [9]
l[::2] = range(len(l[::2]))
print l
del l[1:3]
del l[-1]
del l[::3]
print l
l += (1, 2)
l *= 2
print l, 1 in l, len(l), l[-1], l[-2:], l[::-1], l[5:1:-2]
l = range(5)
l.extend(l)
l.extend(iter([1]))
l[1:3] = l
print l
