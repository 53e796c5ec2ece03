d = {}
exec "y = 3\nprint 'hi', y" in d
print d['y'], sorted(d)
x = 1
exec "z = x + 1"
print z
g, l = {'a': 1}, {'b': 2}
exec "c = a + b\nglobal d\nd = 5" in g, l
print sorted(g), sorted(l), g['d']
exec compile("print 'from code'", 'n', 'exec')
exec ("print q", {'q': 'tuple form'})
exec u"print u'unicode \u20ac'.encode('utf-8')"

class Map(object):
    def __init__(self):
        self.d = {}
    def __getitem__(self, k):
        print 'get', k
        return self.d[k]
    def __setitem__(self, k, v):
        print 'set', k
        self.d[k] = v
    def __delitem__(self, k):
        print 'del', k
        del self.d[k]

m = Map()
exec "v = 1\nw = v + len('ab')\ndel v" in {}, m
print m.d
for bad in ((1,), ('1', 2), ('1', {}, 3)):
    try:
        if len(bad) == 1:
            exec bad[0]
        elif len(bad) == 2:
            exec bad[0] in bad[1]
        else:
            exec bad[0] in bad[1], bad[2]
    except TypeError, e:
        print e
