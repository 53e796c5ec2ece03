# Loops that only pass on what another generator gives: what runs, and what is
# seen of those that wait.
import sys
import traceback


def names():
    f, found = sys._getframe(1), []
    while f:
        found.append((f.f_code.co_name, f.f_lineno))
        f = f.f_back
    return found


def leaf(n):
    print names()
    yield n
    print chain[1].gi_running, chain[0].gi_running, chain[2].gi_running
    for g in chain:
        try:
            next(g)
        except ValueError as e:
            print e
    yield n + 1
    if n > 5:
        raise KeyError(n)
    if n > 4:
        raise StopIteration
    print names()


def middle(inner):
    for x in inner:
        yield x
    yield 'middle'


def outer(inner):
    yield 'first'
    for x in inner:
        yield x
    print sys.exc_info()[0]
    yield 'last'


def build(n):
    c = leaf(n)
    b = middle(c)
    return [outer(b), b, c]


for n in (1, 5, 6):
    chain = build(n)
    try:
        for x in chain[0]:
            print x
    except KeyError:
        traceback.print_exc(file=sys.stdout)
    print [list(g) for g in chain]


def tree(d):
    if d:
        for x in tree(d - 1):
            yield x
        yield d
        for x in tree(d - 1):
            yield x
    elif d is None:
        yield names()


print list(tree(4)), sum(tree(10))


# Someone else takes items from the middle of the chain.
def count():
    try:
        i = 0
        while True:
            got = yield i
            if got:
                print 'got', got
            i += 1
    finally:
        print 'closed'


chain = build(1)
c = count()
b = middle(c)
a1, a2 = outer(b), outer(b)
print next(a1), next(a1), next(a2), next(a2), next(b), next(c), next(a1)
print a1.send('lost'), b.send('lost'), c.send('taken'), next(a2)
a1.close()
print next(a2)
try:
    a2.throw(ValueError, 'thrown')
except ValueError:
    traceback.print_exc(file=sys.stdout)
print list(a2), next(b)
c.close()
print list(b), list(c)


# The middle one handles, or looks at its variable.
def careful(inner):
    try:
        for x in inner:
            yield x
    except KeyError as e:
        print 'careful', e.args
    yield 'after'


def looks(inner):
    x = None
    for x in inner:
        yield x
    yield 'last was', x


def fails(n):
    yield n
    raise KeyError(n)


print list(middle(careful(middle(fails(3))))), list(looks(middle([1, 2])))
print list(middle(xrange(3))), list(middle(iter('ab'))), list(middle(()))


# As deep as the recursion limit allows, which is met where it is met.
def deep(n):
    if n:
        for x in deep(n - 1):
            yield x
    else:
        yield 'bottom'
        yield 'again'


print list(deep(100))
for limit in (60, 150):
    sys.setrecursionlimit(limit)
    for n in (40, 70, 130):
        try:
            print n, list(deep(n))
        except RuntimeError as e:
            print n, e, len(traceback.extract_tb(sys.exc_info()[2]))
sys.setrecursionlimit(1000)


# A chain made where there is room, resumed where there is less.
def kept(n):
    if n:
        g = kept(n - 1)
        alive.append(g)
        for x in g:
            yield x
    else:
        yield 'bottom'
        yield 'again'


def shallow(g, n):
    return shallow(g, n - 1) if n else next(g)


alive = []
g = kept(300)
print next(g)
try:
    shallow(g, 800)
except RuntimeError as e:
    print e
print list(g), sum(1 for h in alive for x in h)


def caller():
    try:
        raise IndexError
    except IndexError:
        print list(middle(middle(seen())))


def seen():
    yield sys.exc_info()[0]
    try:
        raise KeyError
    except KeyError:
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


caller()
