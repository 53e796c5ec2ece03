"""Items and equality of strings in hot loops, where types change."""


class Name(str):
    def __getitem__(self, i):
        return 'item %d' % i

    def __eq__(self, other):
        return 'equal'

    def __ne__(self, other):
        return []

    __hash__ = str.__hash__


def items(text, indices):
    out = []
    for i in indices:
        try:
            out.append(text[i])
        except (IndexError, TypeError) as e:
            out.append(str(e))
    return out


def same(a, b):
    count = 0
    for i in range(min(len(a), len(b))):
        if a[i] == b[i]:
            count += 1
        if a[i] != b[-1]:
            count += 100
    return count


def equal(pairs):
    out = []
    for x, y in pairs:
        out.append((x == y, x != y, 'same' if x == y else 'other'))
    return out


print items('abc', [0, 2, -1, 3, -4, 1L, 10 ** 30, None, True])
print items(u'ab\u20ac', [0, 2, -1, 3])
print items(Name('abc'), [0, 5, -1])
print items([1, 2], [0, 1, 2])
print same('abcdef', 'abxdxf'), same('', ''), same(u'abc', 'abd')
print equal([('a', 'a'), ('a', 'b'), ('', ''), ('a', ''), ('ab', 'a'),
             ('a' * 40, 'a' * 39 + 'b'), ('a', u'a'), ('a', None), ('1', 1),
             (Name('a'), 'a'), ('a', Name('b')), (u'x', 'x')])
