class P(object):
    def __init__(self): self.v = 0
def bump(p):
    p.v += 1
    return p.v
p = P()
print bump(p), bump(p)
def logging_set(self, n, v):
    log.append((n, v))
    object.__setattr__(self, n, v * 10)
log = []
P.__setattr__ = logging_set
print bump(p), bump(p), log
del P.__setattr__
print bump(p)
