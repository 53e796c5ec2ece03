class M(object):
    def keys(self): return ['k1', 'k2']
    def __getitem__(self, k): return k.upper()
for f in (lambda: dict(5), lambda: dict([5]), lambda: dict([(1,)]), lambda: dict(1, 2),
        lambda: dict(['abc']), lambda: dict([([], 1)])):
    try:
        f()
    except (TypeError, ValueError) as e:
        print type(e).__name__, e
