class C(object):
    def __lt__(self, o): print 'lt', ; return 1
    def __le__(self, o): print 'le', ; return 'le'
    def __eq__(self, o): print 'eq', ; return []
    def __ne__(self, o): print 'ne', ; return NotImplemented
    def __gt__(self, o): print 'gt', ; return NotImplemented
    def __ge__(self, o): print 'ge', ; return 0
a, b = C(), C()
print a < b
print a <= b
print a == b
print a >= b
print (a > b) in (True, False) or 'reflected'
print 5 > a
print 5 == a
print a == a, [a] == [a]
print sorted([3, 1]), a in [b], [b].count(a)
print cmp(1, 2), min(a, b) is a or min(a, b) is b
