import sys
n = sys.maxint - 2
for i in range(5):
    n += 1
    print n, type(n).__name__
n = -sys.maxint
for i in range(3):
    n -= 1
    print n, type(n).__name__
x = 1
for i in range(8):
    x *= 1000
print x, type(x)
