print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2, 7 // 2.0, -7 % 3, 7 % -3, -7.5 % 2, 7.5 // -2
class C(object):
    def __truediv__(self, o): return 'truediv'
    def __div__(self, o): return 'div'
    def __rdiv__(self, o): return 'rdiv'
    def __floordiv__(self, o): return 'floordiv'
print C() / 1, 1 / C(), C() // 1
