class K(object):
    def __init__(self, v): self.v = v
    def __hash__(self):
        log.append('hash %s' % self.v)
        return 1
    def __eq__(self, o):
        log.append('eq %s %s' % (self.v, o.v))
        return self.v == o.v
log = []
a, b, c = K('a'), K('b'), K('c')
d = {a: 1}
d[b] = 2
d[c] = 3
print log; log = []
print d[a], d[K('b')], K('z') in d
print log; log = []
del d[b]
d.get(c), d.setdefault(K('c'), 9)
print log; log = []
class Bad(object):
    def __hash__(self): return 5
    def __eq__(self, o): raise ValueError('eq raises')
d = {Bad(): 1}
for f in lambda: d[Bad()], lambda: Bad() in d, lambda: d.get(Bad()):
    try:
        f()
    except ValueError as e:
        print e
class H(object):
    def __hash__(self): raise KeyError('hash raises')
for f in lambda: {H(): 1}, lambda: set([H()]), lambda: {}.get(H()):
    try:
        f()
    except KeyError as e:
        print e
