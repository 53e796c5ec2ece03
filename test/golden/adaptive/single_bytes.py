# Characters of str and bytes of bytearray in hot loops: compared, kept,
# passed on, and what is none of that.
def count(s, t):
    same = less = digits = 0
    out = []
    seen = {}
    for i in range(len(s)):
        c = s[i]
        if c == t[i]:
            same += 1
        if c < t[i]:
            less += 1
        if '0' <= c <= '9':
            digits += 1
        if c != 'ab' and c != '' and c:
            out.append(c)
        seen[c] = seen.get(c, 0) + ord(c)
    return same, less, digits, ''.join(out), sorted(seen.items())


def walk(s):
    last = ''
    runs = 0
    for c in s:
        if c != last:
            runs += 1
        last = c
        if c == '\xff':
            break
    return runs, last, c


def negative(s, n):
    r = ''
    for i in range(n):
        r += s[-i]
    return r


def escape(s):
    for c in s:
        if c == 'c':
            return c + 'x', c * 2, c.upper(), c in 'abc', c is 'c', not c


def mix(seq):
    n = 0
    for x in seq:
        if x == 'b':
            n += 1
    return n


print count('ab1c\x00\xffz9', 'aB2c\x01\xfez8')
print walk('aabbb\xffcc'), walk('abc')
print negative('hello', 5), escape('abc')
print mix('abcb'), mix(u'abcb'), mix(['b', 1]), mix(bytearray('abcb'))
try:
    count('abc', 'ab')
except IndexError as e:
    print e


def fill(n):
    b = bytearray(n)
    x = 1
    for i in range(n):
        x = x * 75 % 65537
        b[i] = x & 255
    return b


def total(b):
    t = 0
    for x in b:
        t += x
    for i in range(len(b)):
        t += b[i] ^ b[-i]
    return t


b = fill(1000)
print total(b), total([1, 2]), total((3, 4))
for bad in (256, -1, 'x', 2.0, None, 10 ** 30, True, 'ab'):
    def store(b, v):
        for i in range(3):
            b[i] = v
    try:
        store(b, bad)
        print b[0], b[2]
    except Exception as e:
        print type(e).__name__, e


def far(b):
    for i in range(5):
        b[i + 998] = i


try:
    far(b)
except IndexError as e:
    print e


def shrinking(b):
    n = 0
    for x in b:
        n += x
        if len(b) > 3:
            del b[-1]
    return n


print shrinking(bytearray('abcdefgh'))


class Bytes(bytearray):
    def __getitem__(self, i):
        return 7


print total(Bytes('abc'))


class Text(str):
    def __getitem__(self, i):
        return 'q'


print count(Text('abc'), 'qqq')
def gen(s):
    for c in s:
        yield c
print list(gen('xyz')), zip('ab', 'cd'), [c for c in 'hello' if c > 'h']
