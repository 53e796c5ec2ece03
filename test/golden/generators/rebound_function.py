# A loop over a generator function that is replaced, also while it runs.
def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def total(n):
    t = 0
    for x in numbers(n):
        t += x
    return t


def nested(n):
    t = []
    for x in numbers(n):
        if x == 1:
            replace(lambda n: 'abc'[:n])
        for y in numbers(2):
            t.append((x, y))
    return t


def replace(f):
    globals()['numbers'] = f


original = numbers
print total(4)
replace(lambda n: [n, n])
print total(4), total(2.5)
replace(lambda n: n)
try:
    total(4)
except TypeError as e:
    print e
replace(original)
print nested(3), total(5)
replace(None)
try:
    total(1)
except TypeError as e:
    print e


def other(n):
    yield n * 100


replace(original)
original.func_code = other.func_code
print total(5)
