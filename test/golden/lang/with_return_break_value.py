class CM(object):
    def __init__(self, r): self.r = r
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print 'exit', t and t.__name__, v
        return self.r
def f():
    with CM(False):
        try:
            return 'value'
        finally:
            print 'finally first'
print f()
def g():
    for i in range(3):
        with CM(True):
            if i == 1: raise ValueError(i)
            if i == 2: break
            print 'body', i
    return i
print g()
def gen():
    with CM(False) as c:
        yield 1
        yield 2
it = gen()
print next(it)
it.close()
