class U(object):
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
class O:
    def __neg__(self): return 'oneg'
print -U(), +U(), ~U(), -O()
import sys
print -sys.maxint - 1, -(-sys.maxint - 1), +True, -True, ~0L, -0.0, +1e300, -(1+2j), - -5
