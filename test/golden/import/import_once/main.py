import counted
import counted as again
from counted import n
def f():
    import counted
    return counted
print counted is again is f(), n, counted.n
counted.n = 99
from counted import n as n2
print n, n2
import sys
print sys.modules['counted'] is counted, sys.modules['__main__'].f is f
