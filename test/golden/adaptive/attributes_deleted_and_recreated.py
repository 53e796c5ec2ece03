class P(object):
    def __init__(self): self.a, self.b, self.c = 1, 2, 3
def show(p): return [getattr(p, n, '-') for n in 'abcd'], sorted(p.__dict__)
p = P()
print show(p)
del p.b
print show(p)
p.d = 4
p.b = 'back'
print show(p)
q = P()
for n in 'abc': delattr(q, n)
print show(q)
try:
    q.a
except AttributeError as e:
    print e
P.a = 'class level'
print q.a, p.a
