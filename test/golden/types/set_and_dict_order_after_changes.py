# set order checks
def lcg():
    x=12345
    while 1:
        x=(x*1103515245+12345)&0x7fffffff
        yield x
g=lcg()
for n in (0,1,4,5,6,7,20,100,1000):
    s=set(); d={}
    for i in xrange(n):
        v=g.next()%(n*3+1); s.add(v); d[v]=i
        if v%4==0: s.discard(g.next()%(n*3+1)); d.pop(g.next()%(n*3+1),None)
    t=set(s); f=frozenset(s)
    u=s|set(range(n//2)); w=s&u; x=s-set(range(0,n,3)); y=s^set(range(n))
    print n, list(s)[:12], list(t)[:12], list(f)[:6], hash(f), list(u)[-8:], list(w)[-8:], list(x)[-8:], list(y)[-8:]
    s.update(range(n*2)); s.difference_update(range(n)); s.intersection_update(range(0,n*4,2)); print list(s)[:10]
    e=d.copy(); e.update(dict.fromkeys(range(n),0)); print e.keys()[:10], d.keys()[:10], dict(d,a=1,b=2).keys()[:10]
    z=dict((str(k),k) for k in e); print z.keys()[:10]; 
    while len(s)>3: s.pop()
    print s
    while len(e)>3: e.popitem()
    print e
    print sorted(s), set('hello world'), frozenset(u'unicode text'), {1.5:2, 2**70:3, -1:4, -2:5, True:6, (1,):7}
    print dict.fromkeys(set(range(n)),1).keys()[:9], set(d)==set(d.keys()), list(set(dict.fromkeys(range(n*2))))[:9]
