f = lambda x: x.missing
def g():
    return [f(y) for y in (1,)]
def h():
    return list(g() for z in [0])
print {k: v() for k, v in {'a': h}.items()}
