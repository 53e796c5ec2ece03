def a(x):
    def b(y):
        def c(z):
            return x, y, z
        return c
    return b
print a(1)(2)(3)
def counter():
    n = [0]
    def inc():
        n[0] += 1
        return n[0]
    return inc
c1, c2 = counter(), counter()
print c1(), c1(), c2(), c1()
def late():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    i = 'last'
    return [f() for f in fs]
print late()
print [f(1) for f in [lambda x, n=n: x + n for n in range(3)]]
