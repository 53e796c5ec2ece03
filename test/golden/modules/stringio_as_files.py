import sys
from StringIO import StringIO
import cStringIO
def process(src, dst):
    for n, line in enumerate(src, 1):
        dst.write('%3d %s\n' % (n, line.rstrip().upper()))
for cls in (StringIO, cStringIO.StringIO):
    out = cls()
    process(cls('one\ntwo\n\nlast'), out)
    print repr(out.getvalue())
old, sys.stdin = sys.stdin, StringIO('typed\nmore\n')
print raw_input('> '), raw_input(), sys.stdin.read() == ''
sys.stdin = old
