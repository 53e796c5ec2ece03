# Lookups of short str keys and list.pop() meet what their shortcuts expect not.
class S(str):
    def __hash__(self):
        return hash('key')

    def __eq__(self, other):
        print 'eq', str(self), other
        return str.__eq__(self, other)


def get(d, k):
    try:
        return d[k]
    except KeyError as e:
        return 'KeyError %r' % e.args[0]


d = {'key': 1, 'k' * 40: 2, u'uni': 3, 5: 4}
for k in ('key', 'ke' + 'y'[:], ''.join(['k', 'e', 'y']), u'key', S('key'),
          S('other'), 'k' * 40, ''.join(['k'] * 40), 'k' * 39, 'uni', u'uni',
          5, 5.0, 5L, 'missing', '', u''):
    print repr(k)[:12], get(d, k)
d[S('made')] = 6
print get(d, 'made'), get(d, 'key'), len(d)
try:
    d[[]]
except TypeError as e:
    print e


class L(list):
    def pop(self, *args):
        return 'own', list.pop(self, *args)


def last(l):
    try:
        return l.pop()
    except (IndexError, AttributeError, TypeError, KeyError) as e:
        return '%s: %s' % (type(e).__name__, e)


l = range(20)
print [last(l) for i in range(22)], l
l = range(5)
print l.pop(0), l.pop(-2), l.pop(1L), l
for x in (L([1]), L(), set(), {}, 'text', bytearray('ab'), [None]):
    print last(x)
many = range(5000)
while len(many) > 3:
    last(many)
many.append('end')
print many
