import math, string, os.path
def area(r): return math.floor(math.pi * r * r)
print area(2)
real = math.floor
math.floor = lambda x: 'floor %d' % x
print area(2)
math.pi = 3
math.floor = real
print area(2)
string.digits = 'xyz'
print string.digits
os.path.join = lambda *a: '+'.join(a)
print os.path.join('a', 'b'), __import__('os').path.join('c', 'd')
