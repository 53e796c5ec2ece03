# Containers, iterators and random numbers, and their errors.
# collections, heapq, bisect, itertools, random
import collections, heapq, bisect, itertools as it, random, string, sys, Queue, sched, time, sets, UserDict, UserList, UserString, array
random.seed(42); print random.random(), random.randint(1, 100), random.choice('abc'), random.sample(range(50), 5), random.gauss(0, 1), random.uniform(1, 2), random.getrandbits(70), random.expovariate(1.5), random.betavariate(2, 3), random.triangular(), random.randrange(0, 100, 7), random.vonmisesvariate(1, 2), random.lognormvariate(0, 1), random.weibullvariate(1, 2), random.paretovariate(3), random.gammavariate(.5, 2)
l = range(10); random.shuffle(l); print l; st = random.getstate(); x = random.random(); random.setstate(st); print x == random.random(), random.Random('seed').random(), random.Random(3.5).random(); random.seed(2**100); random.jumpahead(10); print random.random()
for fn in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.randrange(1.5), lambda: random.getrandbits(0)):
    try: print fn()
    except Exception as e: print type(e).__name__, e
h = []; [heapq.heappush(h, v) for v in (5, 1, 8, 3)]; print h, heapq.heappop(h), heapq.heapreplace(h, 9), heapq.heappushpop(h, 0), heapq.nlargest(2, h), heapq.nsmallest(2, 'hello', key=ord), list(heapq.merge([1, 4], [2, 3])); heapq.heapify(l); print l
try: heapq.heappop([])
except IndexError as e: print e
print bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.insort([1], 0); ll = [1, 3]; bisect.insort(ll, 2); print ll
try: bisect.bisect([1], 1, -1)
except ValueError as e: print e
print list(it.groupby('aabc'))[0][0], [(k, list(g)) for k, g in it.groupby(sorted(['bb', 'a', 'cc'], key=len), len)], list(it.islice(it.count(5, 2), 1, 6, 2)), list(it.izip_longest('ab', 'c', fillvalue='-')), list(it.product('ab', repeat=2))[:3], list(it.permutations('abc', 2))[:4], list(it.combinations('abcd', 2))[-2:], list(it.combinations_with_replacement('ab', 2)), list(it.chain.from_iterable(['ab', 'c'])), list(it.compress('abc', [1, 0, 1])), list(it.dropwhile(lambda x: x < 3, range(5))), list(it.takewhile(lambda x: x < 3, range(5))), list(it.starmap(pow, [(2, 3)])), list(it.ifilterfalse(None, [0, 1, ''])), it.count(1.5), it.repeat('x', 2), list(it.imap(None, 'a', 'b'))
a, b = it.tee(iter('xyz')); print list(a), b.next(), it.cycle('ab').next(); print [it.islice(it.cycle('ab'), 5)] and list(it.islice(it.cycle('ab'), 5))
for fn in (lambda: it.islice([], -1), lambda: it.count('a'), lambda: it.product('a', repeat=-1), lambda: it.tee(5), lambda: it.chain(5).next(), lambda: list(it.chain(5)), lambda: it.permutations('a', -1), lambda: it.izip(1), lambda: it.groupby(5)):
    try: print fn()
    except Exception as e: print type(e).__name__, e
c = collections.Counter('mississippi'); c.update('mm'); c.subtract({'s': 10}); print c, c.most_common(1), sorted(c.elements()), c + collections.Counter('a'), c & collections.Counter('mmmm'), c | collections.Counter(z=2), c['none'], c - c
d = collections.deque(range(5), 3); d.appendleft(9); d.rotate(1); d.extend('ab'); print d, d.maxlen, d[0], list(reversed(d)), d.count('a'), d == collections.deque(d); d.remove('a'); print d
try: d.remove('zz')
except ValueError as e: print e
try:
    for x in d: d.append(x)
except RuntimeError as e: print e
o = collections.OrderedDict([('b', 1), ('a', 2)]); o['c'] = 3; o['b'] = 9; print o, o.popitem(False), o.keys(), reversed(o).next(), o == {'a': 2, 'c': 3}, o.pop('zz', None), collections.OrderedDict.fromkeys('ab', 0)
dd = collections.defaultdict(list); dd['x'].append(1); print dd, dd.get('y'), dd.default_factory, collections.defaultdict(None, a=1)
try: collections.defaultdict(5)
except TypeError as e: print e
P = collections.namedtuple('P', 'x, y'); p = P(1, y=2); print p, p._replace(x=5), p._asdict(), P._make([3, 4]), p._fields, p + (3,), P.__doc__, collections.namedtuple('Q', 'a def a', rename=True)._fields
for a in (('A', 'x x'), ('A', 'def'), ('1A', 'x'), ('A', '_x')):
    try: collections.namedtuple(*a)
    except ValueError as e: print e
try: P(1)
except TypeError as e: print e
s = sched.scheduler(lambda: clock[0], lambda n: clock.__setitem__(0, clock[0] + n)); clock = [0]; out = []; s.enter(5, 1, out.append, ('late',)); s.enter(1, 2, out.append, ('b',)); s.enter(1, 1, out.append, ('a',)); e = s.enter(3, 1, out.append, ('x',)); s.cancel(e); s.run(); print out, clock, s.empty()
u = UserDict.UserDict({'a': 1}); u['b'] = 2; print u, len(u), u.has_key('a'), sorted(u.items()), UserList.UserList([3, 1]) + [2], UserString.UserString('abc').upper(), UserString.MutableString('x') + 'y', sets.Set([1, 2]) | sets.Set([3])
print max(it.imap(len, string.ascii_letters.split('m'))), sum(it.izip(*[[1]]), ()), sorted(collections.Counter([1.0, 1, True]).items())
