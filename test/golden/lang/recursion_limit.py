import sys
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print deep(900)
try:
    deep(2000)
except RuntimeError as e:
    print e
sys.setrecursionlimit(5000)
print deep(4000), sys.getrecursionlimit()
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print e
class R(object):
    def __getattr__(self, n): return getattr(self, n + 'x')
    def __repr__(self): return repr(self)
sys.setrecursionlimit(1000)
for f in lambda: R().a, lambda: repr(R()), lambda: cmp(l, m):
    l = []
    l.append(l)
    m = []
    m.append(m)
    try:
        f()
    except RuntimeError as e:
        print str(e)[:32]
