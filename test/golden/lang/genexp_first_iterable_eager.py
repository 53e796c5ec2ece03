def it():
    print 'iter made'
    return [1, 2]
g = (x * y for x in it() for y in it())
print 'created'
print list(g)
try:
    (x for x in 5)
except TypeError as e:
    print e
g = (1 / x for x in [1, 0])
print g.next()
try:
    g.next()
except ZeroDivisionError as e:
    print e
print list(g)
print sum(i for i in range(5)), max((len(w) for w in 'a bb'.split()))
