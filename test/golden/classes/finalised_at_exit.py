# What lives when the program ends is finalised: __del__, finally and with
# of suspended generators, in the order in which names and containers go.
import sys
class A(object):
    def __init__(self, name): self.name = name
    def __del__(self): print 'del', self.name
class B:
    def __init__(self, name): self.name = name
    def __del__(self): print 'old del', self.name
def gen(name):
    try:
        yield 1
        yield 2
    finally:
        print 'finally', name
def plain():
    yield 1
g = gen('live'); next(g)
fresh = gen('fresh')
done = gen('done'); list(done)
a = A('a')
_b = B('_b')
holder = [A('first'), A('second')]
d = {'k': A('in dict')}
class C(object):
    def __init__(self): self.x = A('attr')
    def __del__(self): print 'del C'
c = C()
class W(object):
    def __enter__(self): return self
    def __exit__(self, *a): print 'exit', a[0]
def wgen():
    with W():
        yield 1
w = wgen(); next(w)
def bad():
    try: yield 1
    finally: raise ValueError('in finally')
def ignores():
    try: yield 1
    except GeneratorExit: yield 2
import atexit
atexit.register(lambda: sys.stdout.write('atexit\n'))
print 'end'
