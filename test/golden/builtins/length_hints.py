# Which objects zip, map, filter and others ask for their length, and when.
class BadLen(object):
    def __iter__(self): return iter(range(10))
    def __len__(self):
        raise RuntimeError('len')
class BadHint(object):
    def __iter__(self): return iter(range(10))
    def __length_hint__(self):
        raise RuntimeError('hint')
class Said(object):
    def __init__(self, hint): self.hint = hint
    def __iter__(self):
        print "iter",
        return iter(range(4))
    def __len__(self):
        print "len",
        return self.hint
class SaidHint(object):
    def __init__(self, hint): self.hint = hint
    def __iter__(self):
        print "iter",
        return iter(range(4))
    def __length_hint__(self):
        print "hint",
        return self.hint
class Old:
    def __len__(self): print "oldlen",; return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
fs = [("list", list), ("tuple", tuple), ("zip", zip), ("zip2", lambda x: zip(x, "ab")), ("zip3", lambda x: zip("ab", x)), ("map", lambda x: map(chr, x)), ("map0", lambda x: map(None, x)), ("map2", lambda x: map(None, x, "abc")), ("map3", lambda x: map(None, "abc", x)), ("filter", lambda x: filter(None, x)), ("bytearray.extend", lambda x: bytearray("x").extend(x)), ("bytearray", bytearray), ("extend", lambda x: [].extend(x)), ("sorted", sorted), ("slice", lambda x: [1,2].__setitem__(slice(0,1), x)), ("iadd", lambda x: [].__iadd__(x)), ("enumerate", lambda x: list(enumerate(x))), ("star", lambda x: (lambda *a: a)(*x))]
for n, f in fs:
    for v in BadLen(), BadHint(), Said(3), Said(-1), Said(1<<70), Said("x"), SaidHint(2), SaidHint(None), SaidHint("y"), SaidHint(NotImplemented), SaidHint(1<<70), iter([1,2]), SaidHint(2.5):
        print n, type(v).__name__, getattr(v, "hint", None),
        try:
            print repr(f(v))
        except Exception, e:
            print type(e).__name__, e
