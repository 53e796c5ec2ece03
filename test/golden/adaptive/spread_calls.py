# Arguments passed on with * and **: what is spread may be no plain tuple or
# dict, and what is called may be anything.
class T(tuple):
    def __iter__(self):
        return iter(('from', 'iter'))


class D(dict):
    def keys(self):
        return ['z']

    def __getitem__(self, k):
        return 'item ' + k


def show(*args, **kw):
    return args, sorted(kw.items())


def only(*args):
    return args


def fixed(a, b=2, c=3):
    return a, b, c


class C(object):
    def __init__(self, *args):
        self.args = args

    def m(self, *args, **kw):
        return show(self.args, *args, **kw)

    def __call__(self, *args):
        return only(*args)


def pass_on(f):
    def wrapper(*args, **kw):
        return f(*args, **kw)
    return wrapper


targets = [show, only, fixed, C(1).m, C(2), lambda *a: a, C(3).__call__,
           max, ''.join, [].__class__, dict]
for f in targets:
    for args in ((), ('a',), ('a', 'b'), range(15), T(('x', 'y')), 'pq', None):
        for kw in ({}, {'c': 1}, D(), D(z=1)):
            try:
                r = f(*args, **kw)
            except (TypeError, ValueError) as e:
                r = str(e)
            try:
                s = pass_on(f)(*args, **kw)
            except (TypeError, ValueError) as e:
                s = str(e)
            print r, r == s
x = [only, only]
x[0] = only(*(1, 2, 3))
kept = only(*x[0])
print kept is x[0], only(*()) == (), only(1, *(2, 3)), only(1, 2, *[3])


def grow(n, *rest):
    return grow(n - 1, n, *rest) if n else rest


print grow(30)


def forever(*args):
    return forever(*args)


try:
    forever(1)
except RuntimeError as e:
    print e
args = (1, 2)
print [pass_on(fixed)(*args) for i in range(3)]
fixed.func_defaults = (9,)
print pass_on(fixed)(*args)
print (), (1,), tuple(range(70)) == (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
    37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57,
    58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69)
n = 5
print tuple([n, n]) == (n, n), len((n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
    n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n,
    n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n))
