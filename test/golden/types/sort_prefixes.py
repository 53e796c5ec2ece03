import random
random.seed(3)
def rs(n): return ''.join(random.choice('ab\0\xff') for i in range(n))
for n in (2, 5, 15, 16, 64, 65, 200, 3000):
    l = [rs(random.randint(0, 12)) for i in range(n)]
    s = sorted(l); print n, all(not (s[i+1] < s[i]) for i in range(n-1)), s == sorted(l, cmp=cmp), hash(tuple(s)), hash(tuple(sorted(l, reverse=True)))
    t = [(rs(1), random.random(), i) for i in range(n)]
    s = sorted(t); print hash(tuple(s)), hash(tuple(sorted(t, reverse=True))), hash(tuple(sorted(t, key=lambda x: x[1:])))
    f = [(random.choice([0.0, -0.0, 1.5, 2, float('inf'), 1e300, 2.5, True]), i) for i in range(n)]
    print hash(tuple(sorted(f))), sorted(f)[:3]
print [1] + [2, 3], [] + [], cmp('a', 'b'), cmp('', ''), cmp('b', 'a'), cmp(3, 4), cmp(4, 3), cmp(5, 5), cmp('a', 1), cmp(True, 1)
nan = float('nan')
print sorted([(1.0, 2), (nan, 1), (0.5, 3)]), (nan,) == (nan,), (1.5,) == (1.5,), (1.5,) == (2.5,), (1,) == (1.0,), (0.0,) == (-0.0,)
class L(list):
    def __add__(self, o): return 'L'
    def __radd__(self, o): return 'R'
print L() + [], [] + L(), [1] + list(L([2]))
try: [] + ()
except TypeError as e: print e
