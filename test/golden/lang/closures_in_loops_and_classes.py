def handlers():
    out = {}
    for name in ('a', 'b'):
        def h(x, name=name): return name + x
        out[name] = h
        def late(): return name
        out[name + '_late'] = late
    return out
h = handlers()
print h['a']('1'), h['b']('2'), h['a_late'](), h['b_late']()
def make(cls_name):
    prefix = cls_name.lower()
    class C(object):
        label = prefix
        def get(self): return prefix, self.label, cls_name
        helper = lambda self: prefix * 2
    C.__name__ = cls_name
    return C
print make('Foo')().get(), make('Bar')().helper(), make('Baz').__name__
