class E(object):
    def __eq__(self, o): return False
    def __hash__(self): return 1
e = E()
print e == e, e in [e], [e].index(e), [e].count(e), [e] == [e], (e,) == (e,)
print {1: e} == {1: e}, e in {e: 1}, e in set([e])
l = []
l.append(l)
print l, [l], l[0] is l, {1: l}
d = {}
d['self'] = d
print d
t = ([],)
t[0].append(t)
print t
l2 = [1]
l2.append((l2, {2: l2}))
print l2
