def g():
    while True:
        try:
            x = yield 'ready'
            print 'x', x
        except ValueError as e:
            print 'caught', e
            yield 'handled'
        finally:
            print 'finally'
i = g()
print i.next()
print i.throw(ValueError('v'))
print i.next()
print i.throw(ValueError, 'w')
print i.next()
try:
    i.throw(KeyError, 'k')
except KeyError as e:
    print 'out', e
try:
    i.throw(KeyError('dead'))
except KeyError as e:
    print 'dead', e
j = g()
try:
    j.throw(IndexError, 'never started')
except IndexError as e:
    print e
print list(j)
for bad in 5, 'x', (1,):
    try:
        g().throw(bad)
    except TypeError as e:
        print e
