def total(l, n):
    s = 0
    for i in range(n):
        try:
            s += l[i]
        except IndexError:
            s += 1000
    return s
print total(range(5), 7), total([], 2), total([1.5, 2], 3)
def neg(l): return [l[-i] for i in range(1, len(l) + 1)]
print neg([1, 2, 3])
def oob(l, i):
    try:
        return l[i]
    except IndexError as e:
        return str(e)
print [oob([1, 2], i) for i in (-3, -2, -1, 0, 1, 2, 10 ** 10, 2 ** 63, -2 ** 63 - 1)]
