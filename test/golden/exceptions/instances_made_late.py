# Instances of caught exceptions exist when somebody looks, once.
import sys
import traceback


class Plain(Exception):
    pass


class Counted(Exception):
    made = 0

    def __init__(self, *args):
        Counted.made += 1
        Exception.__init__(self, *args)


class WithNew(KeyError):
    def __new__(cls, *args):
        print 'new', args
        return KeyError.__new__(cls, *args)


def info():
    return sys.exc_info()[1]


def quiet(f):
    try:
        f()
    except Exception:
        a, b = info(), info()
        print type(a).__name__, a is b, a.args, sys.exc_value is a


def raise_plain():
    raise Plain


def raise_args():
    raise Plain, ('x', 2)


def raise_none():
    raise Plain, None


def raise_counted():
    raise Counted


def raise_new():
    raise WithNew, 'k'


def missing():
    {}[(1, 2)]


def missing_none():
    {}[None]


def index():
    [][3]


def again():
    try:
        missing()
    except KeyError:
        raise


def bad_args():
    raise UnicodeDecodeError


for f in (raise_plain, raise_args, raise_none, raise_counted, raise_new,
          missing, missing_none, index, again, bad_args):
    quiet(f)
print Counted.made
try:
    raise_plain()
except Plain:
    first = info()
    try:
        raise
    except Plain as e:
        print e is first, e is info()
    try:
        raise first
    except Plain as e:
        print e is first
try:
    index()
except LookupError:
    print traceback.format_exc().splitlines()[-1]


def forget(cls):
    try:
        raise cls
    except cls:
        pass
    return sys.exc_info()[0] is cls


print forget(Plain), forget(Counted), Counted.made, sys.exc_info()[0]
Plain.__init__ = lambda self, *args: sys.stdout.write('init %r\n' % (args,))
quiet(raise_args)
missing_none()
