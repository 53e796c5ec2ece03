# The variables of generators that wait.
def count(n, step=1):
    total = 0
    for i in range(n):
        total += i * step
        yield total
    last = yield 'end'
g = count(5, step=2)
print sorted(g.gi_frame.f_locals.items())
for _ in range(4):
    g.next()
    print sorted(g.gi_frame.f_locals.items())
print g.gi_frame.f_code.co_name, g.gi_running
list(g)
print g.gi_frame
def cells(a, b):
    def inner():
        return a + len(names)
    names = [b]
    yield inner
    a = 7
    yield inner
    del b
    yield
g = cells(1, 'x')
print sorted(g.gi_frame.f_locals)
f = g.next()
print sorted(g.gi_frame.f_locals)[:2], g.gi_frame.f_locals['a'], f()
g.next()
print g.gi_frame.f_locals['a'], g.gi_frame.f_locals['names'], f()
g.next()
print sorted(g.gi_frame.f_locals)
class Walker(object):
    def walk(self, tree):
        if tree:
            for x in self.walk(tree[0]):
                yield x
            yield tree[1]
w = Walker().walk(((None, 1), 2))
w.next()
print w.gi_frame.f_locals['tree'], w.gi_frame.f_locals['x']
two = [count(3), count(4, 5)]
for g in two:
    g.next(), g.next()
print [sorted(g.gi_frame.f_locals.items()) for g in two]
e = (x * y for x in [1, 2] for y in (3, 4))
e.next()
print sorted(k for k in e.gi_frame.f_locals if k[0] != '.')
