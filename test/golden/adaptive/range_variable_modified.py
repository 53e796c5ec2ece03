for i in range(5):
    print i,
    i = i * 10
    print i,
print
n = 3
for i in range(n):
    n = 10
    print i,
print n
for i in xrange(3):
    for i in xrange(2): pass
    print i,
print
def f():
    k = 0
    for k in range(3): k += 100
    return k
print f()
range_ = range
range = lambda n: ['custom', n]
for i in range(3): print i,
range = range_
print [i for i in range(2)]
