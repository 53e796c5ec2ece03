class CM(object):
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self):
        print 'enter', self.n
        return self.n * 10
    def __exit__(self, t, v, tb):
        print 'exit', self.n, t and t.__name__, v, tb is not None
        return self.swallow
with CM(1) as x: print x
with CM(2) as a, CM(3) as b: print a + b
with CM(4, True): raise ValueError('gone')
try:
    with CM(5): {}['k']
except KeyError as e:
    print 'KeyError', e
def f():
    with CM(6) as y: return y
print f()
for i in range(2):
    with CM(7):
        if i == 0: continue
        break
with CM(8) as (lambda: [0])()[0]: pass
