def v(n):
    print 'v', n,
    return n
print v(1) < v(2) < v(3)
print v(1) > v(2) > v(3)
print v(1) < v(3) > v(2) == v(2) != v(5)
print 1 < 2 in [2], 1 in [1] in [[1]], 3 is 3 is not None
print not 1 < 2 < 3
class C(object):
    def __lt__(self, o): return []
    def __gt__(self, o): return 'yes'
print C() < 1 < 2, 5 < C() < 9, (0 < C()) 
