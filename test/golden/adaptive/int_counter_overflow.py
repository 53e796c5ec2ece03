import sys
class Counter(object):
    def __init__(self, start): self.n = start
    def inc(self):
        self.n += 1
        return self.n
c = Counter(sys.maxint - 1)
print [c.inc() for i in range(3)], type(c.n)
d = {'k': sys.maxint}
d['k'] += 1
l = [sys.maxint]
l[0] += 1
print d, l
i = sys.maxint - 2
n = 0
while i < sys.maxint + 2:
    i += 1
    n += 1
print n, repr(i)
