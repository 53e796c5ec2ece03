import sys, logging, warnings, inspect
logging.basicConfig(format='%(funcName)s:%(lineno)d %(message)s', stream=sys.stdout)
def who(n=0):
    return sys._getframe(n + 1).f_code.co_name
def f1():
    print who(), who(1)
def f2():
    f1()
def warn():
    logging.warning('w')
def f3():
    warn()
class C(object):
    def m(self):
        return who() + who(1)
    def __init__(self):
        self.name = who()
        logging.error('init')
    @property
    def p(self):
        return who(), who(1)
    def __add__(self, o):
        return who() + '<' + who(1)
def gen():
    yield who()
    yield who(1)
def f4():
    c = C()
    print c.name, c.m(), c.p, c + c
    print [x for x in gen()], list(gen())
    for x in gen():
        print x
def outer():
    def inner():
        return who(), who(1)
    return inner()
def f5():
    print outer()
    print (lambda: who())(), map(lambda x: who(1), [1]), sorted([2, 1], key=lambda x: (who(1), x)[1])
def f6(x):
    if x: return inspect.stack()[0][3], inspect.stack()[1][3]
def f7(i):
    return f6(i)
f2(); f3(); f4(); f5()
for i in range(2): print f7(i)
def small(): return who()
def caller():
    for i in range(2): print small(), who()
caller()


def where(n=1):
    def inner():
        return n
    f = sys._getframe()
    print f.f_code.co_name, f.f_lineno, f.f_back.f_code.co_name, f.f_back.f_lineno
    return inner


def typed_and_not():
    where(2)
    map(where, [1, 2])
    map(where, ['x'])


typed_and_not()
where('c')


def numbers():
    yield sys._getframe().f_back.f_lineno
    yield sys._getframe().f_back.f_lineno


g = numbers()
for line in g:
    print line
try:
    (lambda: [who(5), who(99)])()
except ValueError as e:
    print e
