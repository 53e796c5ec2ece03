a = 'ab'
b = 'a'
b += 'b'
print a == b, intern(a) is intern(b), intern('x y') == 'x y'
d = {a: 1}
print d[b], a in d, hash(a) == hash(b)
x = 'a' * 1000; y = 'a' * 1000
print x == y, x != y, x < y, cmp(x, y)
try:
    intern(type('S', (str,), {})('q'))
except TypeError as e:
    print e
