class P:
    def __enter__(self): return 1, (2, 3)
    def __exit__(self, *a): print len(a), a[0]
class O: pass
o, d = O(), {}
with P() as (a, (b, c)): print a, b, c
with P() as o.x: print o.x
with P() as d['k']: print d
try:
    with P() as (a, b, c): print 'not reached'
except ValueError as e:
    print e
