class A(object):
    def __init__(self): self.a = 1
x = A()
x.__dict__['b'] = 2
print x.b, vars(x) == x.__dict__, sorted(vars(x))
x.__dict__.update(c=3)
del x.__dict__['a']
print hasattr(x, 'a'), x.c
x.__dict__ = {'only': 1}
print x.only, hasattr(x, 'b')
d = x.__dict__
x.later = 5
print sorted(d.items())
d.clear()
print hasattr(x, 'only')
x.__dict__[5] = 'nonstring'
print x.__dict__
class O: pass
o = O()
o.__dict__ = {'z': 1}
print o.z
for v in 5, None:
    try:
        o.__dict__ = v
    except TypeError as e:
        print e
