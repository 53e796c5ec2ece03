class S(object):
    def __init__(self): self.d = [1, 2, 3]
    def __getitem__(self, i): return self.d[i]
s = S()
def collect(x): return [i for i in x]
print collect(s)
S.__iter__ = lambda self: iter('abc')
print collect(s), list(s), 'a' in s
S.__contains__ = lambda self, x: x == 'zz'
print 'a' in s, 'zz' in s
del S.__iter__
print collect(s), max(s)
class It(object):
    n = 0
    def __iter__(self): return self
    def next(self):
        self.n += 1
        if self.n == 2: It.next = lambda self: (_ for _ in ()).next()
        return self.n
print collect(It())
