import sys
from cStringIO import StringIO
f = StringIO()
print >>f, 'one', 2,
print >>f, 3.0
print >>f
print >>None, 'to stdout'
print >>sys.stdout, 'explicit'
class W(object):
    def write(self, s):
        sys.stdout.write('<%s>' % s.replace('\n', '\\n'))
print >>W(), 'a', 'b'
print
print >>W(), 'x',
print
print repr(f.getvalue())
