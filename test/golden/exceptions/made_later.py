# Instances and messages of exceptions are made when somebody looks: nobody may
# see that they were not there before.
import sys
import traceback


class Plain(Exception):
    pass


class Own(Exception):
    def __init__(self, line, message):
        Exception.__init__(self, message)
        self.line = line


class Meta(type):
    def __call__(cls, *args):
        print 'called', args
        return type.__call__(cls, *args)


class Counted(Exception):
    __metaclass__ = Meta


def throw(how, i):
    if how == 0:
        raise Plain
    if how == 1:
        raise Plain()
    if how == 2:
        raise Plain(i)
    if how == 3:
        raise Plain(i, 'two')
    if how == 4:
        raise Plain((i, 'tuple'))
    if how == 5:
        raise Plain(None)
    if how == 6:
        raise Plain(Plain('inner'))
    if how == 7:
        raise Plain(KeyError('other'))
    if how == 8:
        raise Counted(i)
    if how == 9:
        raise Own(i, 'own')
    if how == 10:
        raise (Own(i, 'left') if i % 2 else KeyError(i))
    if how == 11:
        raise Plain(a=i)
    if how == 12:
        raise len('abc')
    raise Plain([i])


for how in range(14):
    for i in (1, 2, 3):
        try:
            throw(how, i)
        except Exception as e:
            info = sys.exc_info()
            print how, type(e).__name__, e.args, e is info[1], repr(e),
            print getattr(e, 'line', '-'), info[2].tb_next.tb_lineno


def kept():
    try:
        x = Plain('kept')
        raise x
    except Plain as e:
        print x is e, x.args


kept()


def again():
    try:
        try:
            throw(2, 'again')
        except Plain:
            raise
    except Plain:
        first = sys.exc_info()[1]
        try:
            raise
        except Plain as e:
            print e is first, e.args, len(traceback.extract_tb(sys.exc_info()[2]))


again()


def cleanup():
    try:
        throw(2, 'finally')
    finally:
        print 'inside', sys.exc_info()[0]


try:
    cleanup()
except Plain as e:
    print e


def changed(i):
    try:
        throw(9, i)
    except Exception as e:
        print type(e).__name__, e.args, sorted(vars(e).items())


def other_init(self, line, message):
    self.args = ('patched', line)


changed(1)
Own.__init__ = other_init
changed(2)
del Own.__init__
changed(3)
Plain.__init__ = lambda self, *args: setattr(self, 'seen', args)
try:
    throw(3, 4)
except Plain as e:
    print e.args, e.seen
Plain = 7
try:
    throw(2, 1)
except TypeError as e:
    print e


class Bare(object):
    pass


def text_of(f, *args):
    try:
        f(*args)
    except Exception:
        if args:
            Bare.__name__ = 'Renamed'
        return str(sys.exc_info()[1])


print text_of(getattr, Bare(), 'missing')
Bare.__name__ = 'Bare'
buf = bytearray('12x')
try:
    int(buf)
except ValueError as e:
    buf[:] = 'changed'
    print e
for text in ('x1', '', ' 9q', u'\u0664x', 'a' * 300, '1\0', '0x1g'):
    for f in (int, long, float):
        try:
            f(text)
        except ValueError as e:
            print type(e).__name__, e
    try:
        int(text, 7)
    except ValueError as e:
        print e
try:
    long('z', 0)
except ValueError:
    traceback.print_exc(file=sys.stdout)
print hasattr(3, 'nothing'), getattr(3, 'nothing', 'default')
try:
    try:
        [].nothing
    finally:
        sys.stdout.write('passing\n')
except AttributeError, e:
    print e.message, e.args
raise KeyError, 'at last', None
