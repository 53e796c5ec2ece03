def f(n):
    s=''
    for i in xrange(n): s += 'abcdefghij'
    return s
a=f(100); b=f(100); b2=b
assert a==b
def g(l):
    s='x'*100
    for i in range(10):
        l.append(s)
        s += 'yy'
    return s
l=[]; r=g(l); print [len(x) for x in l], len(r)
def h():
    s='x'*100
    t=None
    for i in range(10):
        t=s
        s += 'yy'
    return s,t
print map(len,h())
def k(d):
    for i in range(3):
        t=d['a']
        t += 'z'*70
        d['b']=t
    return d
d=k({'a':f(10)}); print len(d['a']), len(d['b'])
def m():
    s='q'*80
    out=[]
    for i in range(5):
        s += 'ab'
        try:
            s += str(1/(i-2)) if i==2 else 'c'
        except ZeroDivisionError:
            out.append(s)
        out.append(len(s))
    return s,out
print m()
def n():
    s='q'*80
    for i in range(5):
        s += s
    return len(s), hash(s)==hash('q'*80*32)
print n()
def p():
    d={}
    s=''
    for i in range(30):
        s += 'abcdefgh'
        d[s]=i
    return sorted((len(k),v) for k,v in d.items())
print p()
def q():
    s='';t=''
    for i in range(200):
        s += 'a'
        t += s[-1]
        if i%50==0: t=s
    return len(s),len(t)
print q()
def u():
    x=5
    s=[]
    for i in range(3): s += [i]; x += i
    w=u''
    for i in range(3): w += u'a'
    return s,x,w
print u()
def v():
    s='a'*100
    keep=lambda: s
    for i in range(3): s += 'b'
    return len(keep()), len(s)
print v()
def w(s):
    for i in range(3): s += 'b'
    return s
z=f(10); print len(w(z)), len(z), len(w(w(z))), len(z)
class A: pass
def y():
    o=A(); s='k'*70
    for i in range(4):
        s += 'm'
        o.x=s
        s += 'n'
    return len(o.x), len(s)
print y()
print len(f(100000))
