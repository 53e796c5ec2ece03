import threading
N = 3000
L=[]; D={}; S=set(); C={}
errs=[]
def worker(k):
    try:
        for i in xrange(N):
            L.append(i)
            D[i%1000]=i; D['k%d'%(i%500)]=i
            S.add(i%777)
            if i%3==0: L.pop()
            if i%7==0: D.pop(i%1000,None)
            if i%5==0: S.discard(i%777)
            if i%100==0:
                D.update({1:2,'x':3,(1,2):4}); S.update([1,2,3]); L.extend([1,2,3]); L[0:2]=[5,6,7]
                sorted(D.items()); list(S); L.sort(); D.copy(); S|set([5])
                for v in D.values(): pass
            x=D.get(i%1000); y = (i%777) in S; z=L[0] if L else None
            C.setdefault(i, k)
    except Exception as e:
        errs.append(repr(e))
ts=[threading.Thread(target=worker,args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print errs, len(C)==N, len(D)<2000
# atomic counter
import itertools
c=itertools.count(); got=[[] for i in range(4)]
def cnt(k):
    a=got[k].append
    for i in xrange(5000): a(c.next())
ts=[threading.Thread(target=cnt,args=(k,)) for k in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print sorted(sum(got,[]))==range(20000)
from collections import deque
d=deque()
def prod():
    for i in xrange(5000): d.append(i)
res=[]
def cons():
    n=0
    while n<5000:
        try: res.append(d.popleft()); n+=1
        except IndexError: pass
ts=[threading.Thread(target=f) for f in (prod,cons,prod,cons)]
for t in ts: t.start()
for t in ts: t.join()
print sorted(res)==sorted(range(5000)*2), len(d)
