# Keys that stand where their hash leads first, and all others.
d = {}
for i in range(-3, 70):
    d[i] = i * i
for i in range(0, 70, 2):
    del d[i]
print [d.get(i) for i in range(-4, 8)], d[-1], d[-2], d.get(0), 0 in d, 1 in d
d[0] = 'zero'
print d[0], d[False], d[0.0], d[1], d[True], d[1.0], d[1L], d.get(-1.0)
names = ['ab', 'a' + 'b', ''.join(['a', 'b']), u'ab', 'ba', '', 'x' * 50]
t = {'ab': 1, 'ba': 2, '': 3}
print [t.get(n) for n in names], [n in t for n in names]
t['ab'] = 4
del t['ba']
print [t.get(n) for n in names]
t['ba'] = 5
print t['ba'], t.pop('ab'), t.get('ab'), 'ab' in t


class Key(str):
    def __hash__(self):
        return hash('ab')

    def __eq__(self, other):
        return True


class Count(dict):
    def __missing__(self, key):
        self[key] = 0
        return 'missing'


print {'ab': 6}[Key('q')], {Key('r'): 7}['ab'], {Key('r'): 7}.get('zz')
c = Count(ab=1)
print c['ab'], c['zz'], c['zz'], c.get('yy')
nan = float('nan')
print {nan: 1}.get(nan), {(1, 2): 3}[1, 2], {None: 4}[None]
for key in ('no', 5, -1, (1,), None, u'x'):
    try:
        {}[key]
    except KeyError as e:
        print repr(e)
try:
    t[[]]
except TypeError as e:
    print e


class Slots(object):
    def __init__(self):
        self.first = 1


s = Slots()
v = s.__dict__
print v['first'], v.get('second'), 'first' in v
s.first = 2
s.second = 3
del s.first
print v.get('first'), v['second'], 'first' in v
