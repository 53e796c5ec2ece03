class P(object):
    def __init__(self, x): self.x = x
    def dist(self): return self.x * 2
ps = [P(i) for i in range(4)]
def total(): return sum(p.dist() for p in ps)
print total()
P.x = property(lambda self: self.__dict__['x'] + 100)
print total()
del P.x
print total()
P.x = 7
print total(), ps[0].x
class NonData(object):
    def __get__(self, o, t): return 1000
P.dist = NonData()
try:
    total()
except TypeError as e:
    print e
