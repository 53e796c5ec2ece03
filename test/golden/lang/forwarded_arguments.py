# Functions that do nothing with *args and **kw but pass them on.
import sys
import traceback

LOG = []


def logged(f):
    def wrapper(*args, **kw):
        LOG.append(f.__name__)
        return f(*args, **kw)
    return wrapper


def first(f):
    def wrapper(self, *args):
        if self is None:
            return 'none'
        return f(self, *args)
    return wrapper


def named(f):
    def wrapper(x, **kw):
        return f(x, **kw)
    return wrapper


def more(f):
    def wrapper(*args, **kw):
        return f('more', *args, key='word', **kw)
    return wrapper


def other(f):
    def wrapper(*args, **kw):
        return f(*(1, 2), **kw) + f(*args, **{'key': 3})
    return wrapper


def tries(f):
    def wrapper(*args, **kw):
        for i in range(3):
            try:
                return f(*args, **kw)
            except ValueError as e:
                print 'again', e
        else:
            return 'given up'
    return wrapper


def cells(*args):
    def inner():
        return args
    return inner


def changed(f):
    def wrapper(*args, **kw):
        if args:
            args = args[1:]
        return f(*args, **kw)
    return wrapper


def seen(*args, **kw):
    return args, sorted(kw.items())


def pair(a, b=2):
    return a, b


def show(f, *args, **kw):
    try:
        print f(*args, **kw)
    except Exception as e:
        print type(e).__name__, e


for deco in logged, first, more, other, tries, changed:
    f, g = deco(seen), deco(pair)
    for n in range(9):
        show(f, *range(n))
        show(g, *range(n))
    show(f, 1, x=2)
    show(g, 1, b=5)
    show(g, 1, 2, b=5)
    show(g, a=7)
    show(g, 1, c=5)
f = named(seen)
show(f)
show(f, 1)
show(f, 1, 2)
show(f, 1, a=2, b=3)
show(f, x=1)
show(named(pair), 1, b=3)
print cells(1, 2)(), cells()()
print len(LOG), LOG[:3]


def fails(a):
    raise ValueError('not %s' % a)


show(tries(fails), 4)
show(tries(fails), 4, 5)


class A(object):
    def __init__(self, *args, **kw):
        super(A, self).__init__(*args, **kw)

    @logged
    @tries
    def method(self, x=0):
        return 'method', x

    def __getattr__(self, name):
        return lambda *args: (name, args)

    def call(self, name, *args):
        return getattr(self, name)(*args)


class B(A):
    def __init__(self, *args, **kw):
        A.__init__(self, *args, **kw)


a = B()
print a.method(), a.method(1), A.method(a, 2), a.method(x=3)
show(a.method, 1, 2)
show(A.method)
show(A.method, 1)
show(B, 1)
print a.call('method', 5), a.call('some', 1, 2, 3), a.call('len')
print map(logged(pair), [1, 2], [3, 4]), apply(logged(pair), (1,), {'b': 9})
show(logged(None), 1)
show(logged(len), [1])
show(logged(len))
show(logged(len), 1, 2)
show(logged(dict), [(1, 2)], a=3)
show(logged([].append), 1)
show(logged(int), '12', 8)


def deep(f):
    def wrapper(*args):
        return f(*args)
    return wrapper


@deep
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


sys.setrecursionlimit(200)
low, high = 1, 1000
while high - low > 1:
    middle = (low + high) // 2
    try:
        depth(middle)
        low = middle
    except RuntimeError:
        high = middle
print 150 // low
sys.setrecursionlimit(1000)


def caller():
    f = sys._getframe(1)
    return f.f_code.co_name, f.f_lineno, f.f_code is w.func_code, \
        f.f_back.f_code.co_name


w = logged(caller)
print w(), w.func_code.co_argcount, w.func_code.co_varnames[:2]
w = more(lambda *args, **kw: caller())
print w(1)[:2], w(1, 2, 3)[2]
try:
    logged(tries(pair))(1, 2, 3)
except TypeError:
    for name in traceback.extract_tb(sys.exc_info()[2]):
        print name[1:]
try:
    logged(fails)(1)
except ValueError:
    for name in traceback.extract_tb(sys.exc_info()[2]):
        print name[1:]
# Other code in the place of the function's.
w = logged(pair)
w.func_code = first(pair).func_code
show(w, 1)
show(w, 1, 3)
w.func_code = logged(pair).func_code
show(w, 1)
show(w, 1, 3)
w.func_defaults = 1, 2
show(w)


def counts():
    total = [0]

    def add(*args):
        total[0] += 1
        return apply_to(*args)

    def apply_to(*args):
        return total[0], pair(*args)
    return add


c = counts()
print c(1), c(2, 3), [c(i) for i in range(3)]
