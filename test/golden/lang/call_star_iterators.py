import itertools
def g(*a): return a
def bad(*a): raise TypeError('bad')
class N11(object): 
    def __iter__(s): return s
    def next(s): raise TypeError('next')
class It(object):
    def __iter__(s): return gen()
class It2(object):
    def __iter__(s): return itertools.imap(bad, [1])
def gen():
    yield 1
    raise TypeError('in gen')
class L(list):
    def __iter__(s): raise TypeError('L')
for f in (lambda: itertools.imap(bad, [1]), lambda: iter(bad, 1), lambda: It(), lambda: It2(), lambda: L(), lambda: iter(N11()), lambda: (bad() for i in [1]), lambda: enumerate(N11())):
    try: print g(*f())
    except TypeError, e: print e
