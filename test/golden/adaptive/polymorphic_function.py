def double(x): return x + x
for v in (1, 1.5, 'ab', [1], (1,), u'u', 2 ** 62, 1j, True, 2 ** 70): print repr(double(v)),
print
def first(s): return s[0]
class G(object):
    def __getitem__(self, i): return 'got %r' % i
print [first(x) for x in ([1], (2,), 'str', {0: 'd'}, G(), u'u', bytearray('b'), xrange(5, 9))]
def join(a, b): return a % b
print join('%d!', 5), join(17, 5), join(7.5, 2), join(u'%s', 'x')
