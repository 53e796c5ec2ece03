# Keys whose comparison runs Python code, between others whose does not.
class Key(object):
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        seen.append((self.n, other.n if isinstance(other, Key) else other))
        return self.n == (other.n if isinstance(other, Key) else other)

    def __repr__(self):
        return 'K%d' % self.n


def show(s):
    return [k for k in s], sorted(seen), seen.__delslice__(0, len(seen))


seen = []
for n in (3, 7, 40):
    a = set(range(n)) | set([Key(2), Key(100), 'a'])
    b = set(range(1, n + 2)) | set([Key(100), Key(0), 'a', 'b'])
    del seen[:]
    for f in (set.__and__, set.__or__, set.__sub__, set.__xor__):
        print show(f(a, b))
        print show(f(b, a))
    for f in (set.update, set.intersection_update, set.difference_update,
              set.symmetric_difference_update):
        c = set(a)
        f(c, b)
        print show(c)
