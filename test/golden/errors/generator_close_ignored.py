def g():
    for i in range(2):
        try:
            yield i
        except GeneratorExit:
            print 'ignored'
it = g()
it.next()
try:
    it.close()
finally:
    print list(it)
