import sys
print abs(5), abs(-5), abs(-5L), abs(-2.5), abs(3 + 4j), abs(True), abs(-0.0)
print abs(-sys.maxint - 1), type(abs(-sys.maxint - 1)), abs(-2 ** 100)
class A(object):
    def __abs__(self): return 'abs called'
print abs(A())
try:
    abs('x')
except TypeError as e:
    print e
