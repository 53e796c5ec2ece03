log = []
def add(a, b):
    log.append((a, b))
    return a + b
for f in (lambda: reduce(add, []), lambda: reduce(add, 5), lambda: reduce(5, [1, 2]),
        lambda: reduce(5, [1]), lambda: reduce(add), lambda: reduce(lambda a: a, [1, 2])):
    try:
        print f()
    except TypeError as e:
        print e
