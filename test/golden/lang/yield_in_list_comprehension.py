def g():
    x = [(yield i) for i in range(3)]
    yield 'list', x
it = g()
print [next(it), it.send('a'), it.send('b'), it.send('c')]
def h():
    return list(((yield j) for j in range(2)))
print type(h())
