it = iter([1, 2])
print next(it), next(it), next(it, 'dflt'), next(it, None)
try:
    next(it)
except StopIteration as e:
    print repr(e)
n = [0]
def f():
    n[0] += 1
    return n[0]
print list(iter(f, 4)), n
def g():
    raise StopIteration
print list(iter(g, None))
def h():
    raise ValueError('h')
try:
    list(iter(h, 0))
except ValueError as e:
    print e
class C:
    def __iter__(self): return iter('xy')
print list(iter(C())), next(iter({5: 6})), iter(it) is it
for x in (lambda: next(5), lambda: next([]), lambda: iter(5), lambda: iter(5, 5),
        lambda: next(iter([]), 1, 2)):
    try:
        x()
    except TypeError as e:
        print e
