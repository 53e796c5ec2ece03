import sys
sys.setrecursionlimit(25)
class A(object):
    def __getattr__(self, name):
        return self.other(name)
A().x
