def step(x): return x + 1
def run(n):
    t = 0
    for i in range(n):
        t = step(t)
    return t
print run(10)
old = step
def step(x): return x + 100
print run(3)
step = lambda x: str(x) + '!'
print run(2)
step = old
print run(4)
