# Sets of lists and tuples: plain items many at a time, others one by one.
class Key(object):
    def __init__(self, n, grows=None):
        self.n, self.grows = n, grows

    def __hash__(self):
        if self.grows is not None and len(self.grows) < 12:
            self.grows.append('more%d' % len(self.grows))
        return hash(self.n)

    def __eq__(self, other):
        return self.n == getattr(other, 'n', other)


class Bad(object):
    def __hash__(self):
        return 3

    def __eq__(self, other):
        raise ValueError('no ==')


items = ['k%d' % (i % 700) for i in range(2000)] + range(600)
for sequence in (items, tuple(items), [], (), [1], ['a', 'b', 'a']):
    s = set(sequence)
    print len(s), len(frozenset(sequence)), list(s)[:4], len(s | set(range(9)))
mixed = [1, 1.0, 1L, True, 'a', u'a', (1, 2), (1, 2), None, 2 ** 70, 2 ** 70]
print len(set(mixed)), sorted(map(repr, set(mixed)))
print len(set([Key(1), 1, Key(1), Key('x'), 'x', 'y'] + range(300)))
growing = ['a', 'b']
growing.append(Key(5, growing))
growing.append('end')
s = set()
s.update(growing)
print len(growing), sorted(v for v in s if isinstance(v, str))
for bad in ([1, 2, []], (1, {}, 2), [3, Bad()], ('a', set())):
    s = set(['old'])
    try:
        s.update(bad)
    except (TypeError, ValueError) as e:
        print type(e).__name__, e, sorted(s)


class Sub(list):
    def __iter__(self):
        return iter([7, 8])


print sorted(set(Sub([1, 2]))), sorted(set(iter([3, 3])))
s = set([1])
s.update([2, 3], (4,), 'ab', {5: 6})
print sorted(s)
