l = [1, 2, 3]
print [l.append(0) or x for x in l if len(l) < 7], l
m = range(5)
print [m.pop() for x in m], m
n = [3, 1, 2]
print [n.sort() or x for x in n]
def gen():
    for x in k: yield x
k = [1, 2, 3]
g = gen()
print next(g), k.append(4), list(g)
