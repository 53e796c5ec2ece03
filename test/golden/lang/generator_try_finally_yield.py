def g():
    for i in range(3):
        try:
            if i == 1: continue
            yield 'try', i
        finally:
            yield 'fin', i
print list(g())
def h():
    with_ = []
    try:
        yield 1
        return
    finally:
        print 'h finally'
print list(h())
def k():
    try:
        yield 1
        1 / 0
    except ZeroDivisionError as e:
        yield 'caught %s' % e
    else:
        yield 'else'
print list(k())
