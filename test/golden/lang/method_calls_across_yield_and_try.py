class W(object):
    def write(self, x): print 'w', x; return x
    def two(self, a, b): return (a, b)
def g(w):
    while True:
        w.write((yield 1))
def h(w):
    try:
        r = w.two((yield 'a'), (yield 'b'))
        yield r
    except ValueError, e:
        yield 'caught'
def k(items):
    n = 0
    for i in items:
        try:
            n += i.bit_length()
            s = str(i).upper().lower()
        except AttributeError:
            n += 100
            s = i.strip().split('x')
        print s,
    return n
x = g(W()); x.next(); x.send(5); x.send('q')
y = h(W()); print y.next(), y.send(1), y.send(2)
print k([1, 2, 'axb', 4.5 and 7])
