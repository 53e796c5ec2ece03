# 20,000 levels when the limit allows them.
import sys
sys.setrecursionlimit(25000)
def f(n):
    return 0 if n == 0 else 1 + f(n - 1)
print f(20000)
class A(object):
    def m(self, n):
        return 0 if n == 0 else 1 + self.m(n - 1)
print A().m(10000)
