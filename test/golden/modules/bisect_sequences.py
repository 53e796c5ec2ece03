# bisect of sequences that are no lists, and its arguments.
import bisect
for a in [(),([1],),([1],2,0,1,2),([1],1,-1),([1,2,3],2,0,None),(5,1),([1,2],1,0,5),({},1),([1,2],1,1,0),([1,2,2,3],2),('abcd','c'),((1,2,3),2.5,1,2)]:
    for f in bisect.bisect, bisect.bisect_left, bisect.insort_left, bisect.insort:
        try: print a, f.__name__, f(*a), a
        except Exception as e: print a, f.__name__, type(e).__name__, e
for kw in dict(x=1,a=[0,1,2],hi=2), dict(a=[1],x=2,zz=1), dict(a=[1,2,3],x=1,lo=2,hi=-1):
    try: print bisect.bisect(**kw)
    except Exception as e: print type(e), e
class L(list):
    def insert(self, i, x): print 'insert', i, x; list.insert(self, i, x)
l = L([1,3,5]); bisect.insort(l, 4); print l
class K(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o): print self.n, '<', o.n; return self.n < o.n
    def __repr__(self): return 'K%d' % self.n
k = [K(i) for i in 1, 3, 5, 7]
bisect.insort(k, K(4)); bisect.insort_left(k, K(5)); print k
class S(object):
    def __len__(self): return 4
    def __getitem__(self, i): return i * 2
print bisect.bisect(S(), 4), bisect.bisect_left(S(), 4)
try: bisect.insort(S(), 1)
except AttributeError as e: print e
