# Texts that grow in loops from what is no constant; who has what they began
# with, or what they were on the way, sees no change.


def more(x, n):
    for i in range(n):
        x += 'ab'
    return x


def joined(words):
    out = words[0]
    for w in words[1:]:
        out += ',' + w
    return out


def pieces(x, n):
    seen = []
    for i in range(n):
        x += str(i)
        if i % 3 == 0:
            seen.append(x)
    return seen


def twice(x, y):
    z = x
    for c in y:
        x += c
        z += c + '-'
    return x, z


def maybe(x, flag):
    if flag:
        x = x[:1]
    for i in range(3):
        x += 'q'
        if i == 1:
            y = x
    return x, y


class Text(str):
    def __add__(self, other):
        return Text(str.__add__(self, other.upper()))


a = more('', 3)
b = more(a, 2)
c = more(a, 3)
d = more(str(c), 1)
print a, b, c, d
print joined(['x', 'yy', 'zzz']), pieces(a, 8), a
print twice(b, 'xyz'), b
print maybe(a, True), maybe(a, False), a
print [more(u'\xfc', 2)], [more(Text('t'), 2)], type(more(Text('t'), 2))
print twice([1], [[2], [3]]) if False else more('x' * 3, 1)
e = a
a = more(a, 1)
print e, a, len(more(a[:1], 200000)), hash(more(a, 0)) == hash(a)
keys = {}
k = a
for i in range(4):
    keys[k] = i
    k += '.'
print sorted(keys.items())
for bad in [5, None, [1]]:
    try:
        print more(bad, 1)
    except TypeError as error:
        print error
