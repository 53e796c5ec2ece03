def acc():
    total = 0
    while True:
        x = yield total
        print 'got', x
        if x is None: break
        total += x
g = acc()
try:
    g.send(1)
except TypeError as e:
    print e
print g.next(), g.send(5), g.send(7)
try:
    g.send(None)
except StopIteration:
    print 'stopped'
def h():
    print (yield 1), (yield 2)
    x = [(yield 3)]
    print x, 5 + (yield 4)
i = h()
print i.send(None), i.send('a'), i.send('b'), i.send('c')
try:
    i.send(10)
except StopIteration:
    print 'finished'
