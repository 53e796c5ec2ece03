d = {}
for w in 'one two three two one two'.split(): d[w] = d.get(w, 0) + 1
for k in sorted(d, key=lambda k: (-d[k], k)): print k, d[k],
print
inv = {}
for k, v in d.iteritems(): inv.setdefault(v, []).append(k)
print sorted((v, sorted(ks)) for v, ks in inv.items())
print dict((v, k) for k, v in sorted(d.items())), dict([('a', 1)], b=2) == {'a': 1, 'b': 2}
e = dict(d)
e.update(one=100)
print d['one'], e['one'], 'two' in e, e.pop('two'), len(e), sorted(e.items())
while e: e.popitem()
print e, bool(e), d == dict(d.items())
