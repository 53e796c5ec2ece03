class I(object):
    def __iter__(self): return self
    def __init__(self): self.n = 3
    def next(self):
        if not self.n: raise StopIteration
        self.n -= 1
        return self.n
i = I()
i.next = lambda: 'instance next'
print next(i), i.next()
class S:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def next(self):
        self.n += 1
        if self.n == 3: raise StopIteration('done')
        if self.n > 4: return 'resumed'
        return self.n
s = S()
for x in s: print x,
print next(s), next(s)
print list(iter(lambda l=[0]: l.append(0) or len(l), 4))
