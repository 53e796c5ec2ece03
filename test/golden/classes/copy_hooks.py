import copy
class A(object):
    def __init__(self, v): self.v = v
    def __copy__(self): return A('copied')
    def __deepcopy__(self, memo): return A('deep')
a = A([1])
print copy.copy(a).v, copy.deepcopy([a])[0].v
class B(object):
    def __init__(self): self.l = [1, [2]]
b = B()
c, d = copy.copy(b), copy.deepcopy(b)
b.l[1].append(3)
print c.l, d.l, c.l is b.l
class C(object):
    def __getstate__(self): return {'s': 'state'}
    def __setstate__(self, s): self.got = s
print copy.copy(C()).got
class O:
    def __init__(self): self.x = [1]
o = O()
p = copy.deepcopy(o)
o.x.append(2)
print p.x, p.__class__.__name__
class R(object):
    def __reduce__(self): return (list, ([1, 2],))
print copy.copy(R())
