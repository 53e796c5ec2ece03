import sys
class Pieces(object):
    def write(self, s):
        sys.__stdout__.write('%r\n' % s)
sys.stderr = Pieces()
def f():
    raise ValueError('told in pieces')
f()
