import random
random.seed(42)
l = range(10)
random.shuffle(l)
r = random.Random('a string seed')
r.seed(2 ** 100)
r.seed(1.5)
s = r.getstate()
a = [r.random() for i in range(5)]
r.setstate(s)
r.jumpahead(100)
random.seed(7)
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0),
        lambda: random.sample([1], 2), lambda: random.randrange(1, 2, 0),
        lambda: random.randrange(1.5), lambda: random.getrandbits(0),
        lambda: random.sample(5, 1)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
