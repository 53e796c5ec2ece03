import copy
a = [1, [2, 3], {'k': [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append('new'); a[2]['k'].append(5)
print b, c, b is a, b[1] is a[1], c[1] is a[1], copy.copy(5), copy.copy('s')
print copy.deepcopy((1, [2])), copy.copy({1: 2}), copy.copy(set([1]))
print copy.deepcopy(None), copy.copy(len) is len
l = [1]
l.append(l)
m = copy.deepcopy(l)
print m, m[1] is m, m is l
class A(object):
    def __init__(self, v): self.v = v
x = A([1])
y, z = copy.copy(x), copy.deepcopy(x)
x.v.append(2)
print y.v, z.v
shared = [1]
d = copy.deepcopy({'a': shared, 'b': shared})
d['a'].append(2)
print d['b'], shared
class D(dict): pass
class L(list): pass
e = L([[1]])
e.attr = 5
f = copy.deepcopy(e)
print type(f).__name__, f, f.attr, f[0] is e[0], type(copy.copy(D(a=1))).__name__
class NoCopy(object):
    def __reduce_ex__(self, p): raise TypeError('refuses')
try:
    copy.copy(NoCopy())
except TypeError as e:
    print e
print copy.Error, copy.deepcopy({(1, 2): [3]}), copy.deepcopy(A)
