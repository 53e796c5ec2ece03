# A loop that has the only reference to a generator closes it when it is left.
import sys


class Manager(object):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *what):
        print 'exit', self.name, what[0]


def gen(n):
    try:
        for i in range(n):
            yield i
    finally:
        print 'closed', n


def managed(name):
    with Manager(name):
        yield 1
        yield 2


class Tree(object):
    def __init__(self, *kids):
        self.kids = kids

    def walk(self, depth=0):
        try:
            yield depth
            for kid in self.kids:
                for d in kid.walk(depth + 1):
                    yield d
        finally:
            print 'left', depth


def returns():
    for x in gen(6):
        if x == 2:
            return x, 'value'


def raises():
    for x in gen(7):
        raise ValueError(x)


def returns_in_finally():
    for x in gen(8):
        try:
            return 'try'
        finally:
            print 'finally first'


def nested():
    for x in gen(3):
        for y in managed('inner'):
            if x == 1:
                return x, y
            break


def goes_on_in_else():
    for x in gen(2):
        for y in gen(1):
            pass
        else:
            continue
        print 'never'
    else:
        print 'else'


def breaks_in_else():
    for x in gen(4):
        for y in gen(1):
            pass
        else:
            break
    print 'behind'


def delegates():
    for x in gen(9):
        yield x * 10


for x in gen(5):
    if x == 1:
        break
print 'after break'
print returns()
try:
    raises()
except ValueError as e:
    print e, sys.exc_info()[0]
print returns_in_finally()
print nested()
goes_on_in_else()
breaks_in_else()
for d in Tree(Tree(Tree()), Tree()).walk():
    print d
    if d == 2:
        break
print 'after tree'
outer = delegates()
print next(outer), next(outer)
outer.close()
print 'after close'
outer = delegates()
next(outer)
try:
    outer.throw(IndexError('thrown'))
except IndexError as e:
    print e
kept = gen(10)
for x in kept:
    break
print 'still', list(kept)


class Holder(object):
    def __init__(self):
        self.it = gen(11)

    def gen(self):
        return self.it


holder = Holder()
next(holder.it)
for x in holder.gen():
    break
print 'held', next(holder.it)
holder.it.close()
for x in gen(12):
    if x == 1:
        1 / 0
