def f():
    x = 1
    def g(): return x
    r = [g()]
    x = 'now a string'
    r.append(g())
    x = None
    r.append(g())
    del r[0]
    x = [x]
    x[0] = x
    return r, len(g())
print f()
def h(n):
    acc = 0
    def add(k):
        box.append(k)
        return sum(box)
    box = []
    for i in range(n):
        acc = add(i)
        if i == 2: box = [100]
    return acc
print h(3), h(5)
