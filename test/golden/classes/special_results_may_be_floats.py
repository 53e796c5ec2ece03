class A(object):
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
    def __hash__(self): return self.v
    def __cmp__(self, other): return self.v
for v in 3, 2.9, True, 1L, 2 ** 70, -1, 'a', None:
    for f in len, hash, lambda a: a > 1, lambda a: cmp(a, 1):
        try:
            r = f(A(v))
            print r if abs(r) < 100 else 'big',
        except Exception as e:
            print type(e).__name__, e,
    print
