from collections import defaultdict, Counter
d = defaultdict(list)
d['a'].append(1)
d['b']
print d, d.default_factory, sorted(d.items()), 'c' in d, d.get('c'), len(d)
n = defaultdict(int)
n['x'] += 5
print n, defaultdict(lambda: 'dflt')['q'], defaultdict(None, a=1), d.copy() == d
try:
    defaultdict()['k']
except KeyError as e:
    print e
try:
    defaultdict(5)
except TypeError as e:
    print e
c = Counter('abracadabra')
print c, c['a'], c['zz'], c.most_common(2), sorted(c.elements())[:6], c + Counter('aaz')
print c - Counter('aaaaabz'), c & Counter('ab'), c | Counter('zz'), sum(c.values())
c.update('zzz')
c.subtract('aaaaaaa')
print c['a'], c['z'], c.most_common()[-1], Counter(a=3, b=1), Counter({'x': 2})
print Counter(), repr(Counter(['q']))
del c['nope']; print Counter('ab') == Counter('ba'), list(Counter('b').elements())
