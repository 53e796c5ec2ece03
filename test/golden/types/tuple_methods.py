t = (1, 2, 3, 2)
print t.count(2), t.index(2), t.index(2, 2), t + (4,), t * 2, t[1:], t[::-1], 2 in t
print len(t), (), (1,), ((),), tuple('ab'), tuple([1]), tuple(), t == (1, 2, 3, 2)
print (1, 2) < (1, 3), (1,) < (1, 0), () < (0,)
print hash(()), hash((1, 2)), hash((1, (2, 3))), hash(('a',)) == hash(('a',))
print (1, 2).__add__((3,)), (1,).__getnewargs__(), (1, 2).__contains__(1)
print cmp((1, 2), (1, 2)), (0,) * 3, (1, 'a', None), ('%s' % ((1, 2),))
print tuple(x for x in range(3)), tuple({'k': 1}), max((3, 1))
print hash((1.5, None is None, 'x' is 'x'))
