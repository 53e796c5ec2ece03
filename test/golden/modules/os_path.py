import os.path as p
print p.join('a', 'b'), p.join('a', '/b'), p.join('a/', 'b'), p.join('a', '')
print p.join('', 'a'), p.split('/a/b/c'), p.split('a'), p.split('/'), p.split('a/')
print p.basename('/a/b.txt'), p.dirname('/a/b.txt'), p.splitext('a/b.tar.gz')
print p.splitext('.bashrc'), p.splitext('a.b/c'), p.splitdrive('/a')
print p.normpath('a//b/../c/./d'), p.normpath('/../a'), p.normpath('')
print p.normpath('//a'), p.normpath('../..//x'), p.isabs('/a'), p.isabs('a')
print p.commonprefix(['/usr/lib', '/usr/local']), p.commonprefix([])
print p.relpath('/a/b/c', '/a/d'), p.relpath('x/y', 'x'), p.abspath('/a/../b')
print p.exists('/'), p.isdir('/'), p.isfile('/'), p.islink('/'), p.lexists('/nope')
print p.ismount('/'), p.samefile('/', '/.'), p.expanduser('x~')
print p.expandvars('$NOPE_GOLD/x')
import os
os.environ['HOME'] = '/home/gold'; os.environ['GV'] = 'val'
print p.expanduser('~'), p.expanduser('~/x'), p.expandvars('$GV/${GV}x$')
print p.realpath('/'), p.normcase('A'), p.getsize('/dev/null')
print p.supports_unicode_filenames, p.walk.__name__
for f in (lambda: p.join(), lambda: p.join('a', 5), lambda: p.getsize('/none'),
        lambda: p.relpath(''), lambda: p.getmtime('/none')):
    try:
        f()
    except Exception as e:
        print type(e).__name__, e
