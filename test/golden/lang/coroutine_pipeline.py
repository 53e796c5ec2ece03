def coroutine(f):
    def start(*a):
        g = f(*a)
        g.next()
        return g
    return start
@coroutine
def printer(tag):
    try:
        while True:
            x = yield
            print tag, x
    except GeneratorExit:
        print tag, 'closed'
@coroutine
def grep(pat, target):
    while True:
        line = yield
        if pat in line: target.send(line)
@coroutine
def broadcast(*ts):
    while True:
        x = yield
        for t in ts: t.send(x)
p = printer('P')
b = broadcast(grep('a', p), grep('b', p))
for s in ['abc', 'xyz', 'bbb']: b.send(s)
p.close()
