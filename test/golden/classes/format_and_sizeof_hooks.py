class F(object):
    def __format__(self, spec): return '<%s>' % spec
    def __str__(self): return 'str'
print '{0:abc} {0} {0!s:>5} {0!r:.3}'.format(F())[:14], format(F(), 'x'), format(F())
class G(object):
    def __str__(self): return 'gstr'
print '{:>6}|{:^8}|{}'.format(G(), G(), G()), format(G(), '.2')
class H(object):
    def __format__(self, spec): return 5
try:
    format(H())
except TypeError as e:
    print e
class O:
    def __str__(self): return 'old'
print '{:5}|'.format(O())
class Dir(object):
    def __dir__(self): return ['b', 'a']
print dir(Dir())
class BadDir(object):
    def __dir__(self): return 5
try:
    dir(BadDir())
except TypeError as e:
    print e
