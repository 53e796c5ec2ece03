print 'a' if 1 else 'b', 'a' if 0 else 'b' if 0 else 'c'
print [x if x % 2 else -x for x in range(5)]
f = lambda n: 'neg' if n < 0 else 'zero' if n == 0 else 'pos'
print f(-1), f(0), f(1)
print (lambda: 1 if 0 else 2)()
