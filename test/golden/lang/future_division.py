from __future__ import division
print 1 / 2, 7 // 2, -7 // 2, 4 / 2, 2 ** -1, 7 % 3
x = 5
x /= 2
print x
class C(object):
    def __truediv__(self, o): return 'truediv'
    def __div__(self, o): return 'div'
    def __rtruediv__(self, o): return 'rtruediv'
print C() / 1, 1 / C()
c = C()
c /= 2
print c
try:
    1 / 0
except ZeroDivisionError as e:
    print e
print (2 ** 70) / (2 ** 69), 10L / 4
