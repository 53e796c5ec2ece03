PI = 3
DEBUG = False
def area(r): return PI * r * r
def log(m):
    if DEBUG: return 'debug ' + m
    return 'quiet'
print area(2), log('x')
PI = 3.5
DEBUG = 1
print area(2), log('x')
PI = 'p'
try:
    area(2)
except TypeError as e:
    print e
import sys
m = sys.modules[__name__]
m.PI = 10
setattr(m, 'DEBUG', [])
print area(1), log('y')
