from future_builtins import ascii, filter, hex, map, oct, zip


class Ten(object):
    def __index__(self):
        return 10


for v in 5, -5, 0, 2 ** 70, True, Ten(), 1.5, 'a':
    for f in hex, oct:
        try:
            print f(v),
        except TypeError as e:
            print e,
print
print ascii(u'\xe9'), zip('ab', [1, 2]).next(), map(abs, [-1]).next()
print list(map(None, [1, 2], 'abc')), list(filter(None, [0, 1])), type(zip())
