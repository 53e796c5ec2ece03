def mean(xs):
    total = 0
    for x in xs: total += x
    return total / len(xs)
print mean([1, 2, 4]), mean([1, 2.0, 4]), mean([1L, 2, 4]), mean([True, 2])
print mean([2 ** 62, 2 ** 62, 2 ** 62]), mean([1j, 1])
def poly(x):
    r = 0
    for c in (1, 2, 3): r = r * x + c
    return r
print poly(2), poly(0.5), poly(10 ** 10), poly(2L), poly(1j), poly(True)
print [poly(x) for x in (1, 1.0, 1, 2.5, 3, 10 ** 12)]
