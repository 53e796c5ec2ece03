import weakref
class C(object): pass
o = C()
r1 = weakref.ref(o)
r2 = weakref.ref(o, lambda r: None)
r3 = weakref.ref(o, lambda r: None)
p1 = weakref.proxy(o)
p2 = weakref.proxy(o, lambda r: None)
l = weakref.getweakrefs(o)
names = [(n, v) for n, v in (('r1', r1), ('r2', r2), ('r3', r3))]
def nm(x):
    for n in 'r1', 'r2', 'r3', 'p1', 'p2':
        if x is globals()[n]: return n
print [nm(x) for x in l], weakref.getweakrefcount(o), weakref.ref(o) is r1, weakref.proxy(o) is p1
o2 = C()
q3 = weakref.ref(o2, id); q1 = weakref.ref(o2); q2 = weakref.proxy(o2, id); q4 = weakref.proxy(o2); q5 = weakref.ref(o2, id)
print [[n for n in ('q1','q2','q3','q4','q5') if globals()[n] is x] for x in weakref.getweakrefs(o2)]
