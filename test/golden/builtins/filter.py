print filter(None, [0, 1, '', 'a', None, [], [0]]), filter(lambda x: x % 2, range(6))
print filter(lambda c: c > 'b', 'abcd'), filter(None, (0, 1, 2))
print filter(str.isalpha, 'a1b2'), filter(lambda x: x, u'ab')
class T(tuple): pass
class S(str): pass
print filter(lambda x: True, T((1, 2))), type(filter(None, T((1,))))
print filter(None, iter([1, 0])), filter(lambda x: 0, 'abc'), filter(None, {})
print filter(bool, xrange(3))
class It(object):
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i
print filter(None, It())
for f in (lambda: filter(None, 5), lambda: filter(5, [1]), lambda: filter(lambda: 1, [1]),
        lambda: filter()):
    try:
        f()
    except TypeError as e:
        print e
