def make():
    n = 1
    def get(): return n + n
    def set(v):
        box[0] = v
    box = [None]
    out = [get()]
    n = 'str'
    out.append(get())
    n = 2.5
    out.append(get())
    for n in ([1], (2,)): out.append(get())
    return out
print make()
def counter():
    x = [0]
    def inc():
        x[0] += 2 ** 62
        return x[0]
    return inc
c = counter()
print c(), c(), c()
