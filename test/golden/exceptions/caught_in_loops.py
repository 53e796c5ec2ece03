# Loops that catch go on with what they know; sys.exc_info() and tracebacks
# show each exception, also behind the function that caught another one.
import sys
import traceback


def counts(n):
    found = missing = 0
    table = {1: 10, 3: 2.5}
    for i in xrange(n):
        try:
            found += table[i]
        except KeyError as e:
            missing += e.args[0]
    return found, missing


def current():
    t, v, tb = sys.exc_info()
    return t and t.__name__, v and v.args, tb and tb.tb_lineno


def inner():
    seen = [current()]
    try:
        raise IndexError('inner')
    except IndexError:
        seen.append(current()[:2])
    return seen


def outer():
    seen = []
    for x in (1, 'a', None):
        try:
            seen.append(x + 1)
        except TypeError:
            seen.append(current()[:1])
            seen.append(inner())
            seen.append(current()[:1])
            try:
                raise ValueError(x)
            except (KeyError, ValueError):
                seen.append(current()[:2])
        seen.append(current()[:1])
    return seen


def again(n):
    for i in range(n):
        try:
            try:
                raise KeyError(i)
            finally:
                try:
                    raise ValueError(i)
                except ValueError:
                    pass
        except KeyError as e:
            print e.args, current()[:2]
            last = sys.exc_info()
    return last


def returns(n):
    total = 0
    for i in range(n):
        try:
            try:
                if i % 3 == 0:
                    raise ValueError(i)
                if i % 3 == 1:
                    continue
                total += i
            finally:
                total += 100
        except ValueError:
            if i > 5:
                return total, current()[:2]
            total += 0.5


def rebound(n):
    Error = KeyError
    seen = []
    for i in range(n):
        try:
            raise ValueError(i)
        except Error:
            seen.append('caught %d' % i)
        except:
            seen.append(current()[:2])
            Error = (IndexError, ValueError)
    return seen


def bare(n):
    for i in range(n):
        try:
            try:
                {}[i]
            except KeyError:
                inner()
                raise
        except LookupError:
            traceback.print_exc(file=sys.stdout)


def generator(n):
    for i in range(n):
        try:
            raise KeyError(i)
        except KeyError:
            yield current()[:2]
            yield sys.exc_info()[0]


def threw(g):
    g.next()
    try:
        g.throw(ValueError, 'thrown in')
    except ValueError:
        return current()[:2]


def overflow(n):
    total = sys.maxint - 2
    for i in range(n):
        try:
            total += 1
            if i & 1:
                raise ValueError
        except ValueError:
            total += 1
    return total


print counts(5), counts(0)
print outer(), current()
last = again(2)
print last[0], last[1], last[2].tb_lineno, current()
print returns(3), returns(9), current()
print rebound(3)
bare(2)
print list(generator(2)), threw(generator(1)), current()
print overflow(4), overflow(1)
