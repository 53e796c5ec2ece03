print max(1, 2), max([3, 1]), min('b', 'a'), max('hello'), min((2, 1), key=lambda x: -x)
print max([1, 2], [1, 3]), max({'a': 1, 'b': 0}), max(1, 2, 3, key=lambda x: x % 3)
print min([('b', 1), ('a', 1)], key=lambda t: t[1]), max([0, True, 1.0])
print min(1, 1.0, True), max('a', 1), max(['aa', 'b'], key=len), min(iter([2, 1]))
print max(x for x in [5]), max(2.5, 2L)
log = []
def k(x):
    log.append(x)
    return -x
print max([1, 2, 3], key=k), log
