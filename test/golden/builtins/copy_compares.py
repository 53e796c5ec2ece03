# Copies of sets and dicts compare keys of one hash, as CPython's do.
class Key(object):
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 5

    def __eq__(self, other):
        print '%d=%d' % (self.n, other.n),
        return self.n == other.n


keys = set(map(Key, range(3)))
print '- made'
for copy in (lambda: keys.copy(), lambda: set(keys), lambda: frozenset(keys),
             lambda: keys | set(), lambda: keys - set(),
             lambda: dict.fromkeys(keys), lambda: set(keys).update(keys)):
    copy()
    print
d = dict.fromkeys(keys)
print
for copy in (lambda: d.copy(), lambda: dict(d), lambda: dict(d, x=1),
             lambda: set(d), lambda: {}.update(d)):
    copy()
    print


class Broken(object):
    armed = False

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Broken.armed:
            raise ValueError('compared')
        return self is other


for thing in set([Broken(), Broken()]), {Broken(): 1, Broken(): 2}:
    Broken.armed = True
    for use in type(thing), type(thing).copy:
        try:
            print len(use(thing))
        except ValueError as e:
            print e
    Broken.armed = False
print len(set([3, 5]).copy()), len(set(['a', u'a', 1, 1.0]).copy())
