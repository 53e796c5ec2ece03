# What runs when objects die, and in which order.
import sys


class D(object):
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print 'del', self.n


class Parent(object):
    def __init__(self):
        self.child = D('child')

    def __del__(self):
        print 'del parent'


class Old:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print 'old', self.n


class Chain(object):
    def __init__(self, rest):
        self.rest = rest

    def __del__(self):
        print 'link', self.rest is None


def variables():
    a = D('a')
    b = D('b')
    c = D('c')


def cleans_up():
    try:
        yield 1
    finally:
        print 'cleanup'


class Raises(object):
    def __repr__(self):
        return '<Raises>'

    def __del__(self):
        raise ValueError('in del')


class Lines(object):
    def write(self, text):
        sys.stdout.write(text)


p = Parent()
del p
l = [D(1), D(2), D(3)]
del l
variables()
c = Chain(Chain(Chain(None)))
del c
o = Old(1)
o = Old(2)
del o
it = cleans_up()
print next(it)
del it
print 'after'
it = cleans_up()
next(it)
it = None
print 'none'
sys.stderr = Lines()
b = Raises()
del b
sys.stderr = sys.__stderr__
print 'survived'
d = D('cleared')
holder = {'first': d}
del d
holder.clear()
print 'dict is empty'
holder['again'] = D('again')
for i in range(8):
    holder[i] = i
del holder['again']
print 'dict has grown'
s = [D('slice'), 0, 1]
s[:1] = []
print s
last = D('at exit')
