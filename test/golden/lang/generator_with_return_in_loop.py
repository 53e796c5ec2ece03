def first(pred, it):
    for x in it:
        if pred(x):
            yield x
            return
    yield None
print list(first(lambda x: x > 2, range(5))), list(first(lambda x: x > 9, range(5)))
def two():
    if 0: yield
    return
print list(two())
def interleave(*gens):
    gens = [iter(g) for g in gens]
    while gens:
        for g in gens[:]:
            try:
                yield g.next()
            except StopIteration:
                gens.remove(g)
print list(interleave('abc', [1], xrange(2)))
