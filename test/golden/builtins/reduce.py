log = []
def add(a, b):
    log.append((a, b))
    return a + b
print reduce(add, [1, 2, 3]), reduce(add, [1], 5), reduce(add, [], 'init')
print reduce(add, 'abc'), reduce(lambda a, b: b, iter([1, 2])), reduce(add, [7])
print reduce(max, [3, 9, 2]), log
