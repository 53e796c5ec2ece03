import random
random.seed(42)
print [random.random() for i in range(3)], random.randint(1, 100)
print random.randrange(0, 100, 5), random.choice('abcdef'), random.uniform(1, 2)
print random.getrandbits(70), random.sample(range(20), 5)
l = range(10)
random.shuffle(l)
print l
print random.gauss(0, 1), random.expovariate(1.5), random.betavariate(1, 2)
print random.normalvariate(0, 1), random.triangular(0, 10, 5)
print random.lognormvariate(0, 1), random.vonmisesvariate(0, 1)
print random.gammavariate(2, 1), random.gammavariate(0.5, 1), random.paretovariate(3)
print random.weibullvariate(1, 2)
r = random.Random('a string seed')
print r.random(), r.randint(0, 10 ** 20)
r.seed(2 ** 100)
print r.random()
r.seed(1.5)
print r.random(), random.Random(0).random(), random.Random(-5).random()
print random.Random((1, 'a')).random()
s = r.getstate()
a = [r.random() for i in range(5)]
r.setstate(s)
print a == [r.random() for i in range(5)]
r.jumpahead(100)
print r.random(), len(s), s[0]
random.seed(7)
print [random.randrange(10 ** 25) for i in range(2)]
print [random.choice([1, 2, 3]) for i in range(10)], random.randrange(5)
print random.sample(set([1, 2, 3]), 2), random.sample(xrange(10 ** 6), 3)
