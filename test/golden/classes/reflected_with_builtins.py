class R(object):
    def __rmul__(self, o): return 'rmul', o
    def __rmod__(self, o): return 'rmod', o
    def __radd__(self, o): return 'radd', o
    def __rsub__(self, o): return 'rsub', o
    def __ror__(self, o): return 'ror', o
print 2 * R(), 'abc' * R(), [1] * R(), 'a' + R(), (1,) + R(), [1] + R(), 1.5 - R()
print set([1]) | R(), 5L + R(), u'x' + R()
class S(str):
    def __rmod__(self, o): return 'S rmod'
    def __radd__(self, o): return 'S radd'
print 'x%s' % S('y'), 'x' + S('y')
