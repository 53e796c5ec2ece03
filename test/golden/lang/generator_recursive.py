def walk(t):
    if isinstance(t, list):
        for s in t:
            for x in walk(s): yield x
    else:
        yield t
print list(walk([1, [2, [3, [4]], 5], [], [[6]]]))
def perms(l):
    if len(l) < 2: yield l
    for i in range(len(l)):
        for p in perms(l[:i] + l[i + 1:]):
            if len(l) > 1: yield [l[i]] + p
print list(perms([1, 2, 3]))
