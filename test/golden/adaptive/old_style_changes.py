class O:
    def f(self): return 'f'
def call(o): return o.f()
o = O()
print call(o)
O.f = lambda self: 'f2'
print call(o)
o.f = lambda: 'inst'
print call(o)
class P:
    def f(self): return 'P.f'
o.__class__ = P
print call(o)
del o.f
print call(o)
P.__bases__ = (O,)
del P.f
print call(o)
P.__getattr__ = lambda self, n: 'attr ' + n
print o.zzz
