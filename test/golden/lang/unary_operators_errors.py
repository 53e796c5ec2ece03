class U(object):
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
class O:
    def __neg__(self): return 'oneg'
import sys
for f in (lambda: -'', lambda: +[], lambda: ~1.0, lambda: -None, lambda: ~O(), lambda: +O()):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print type(e).__name__, e
