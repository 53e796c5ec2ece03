# Mode 'U' and what it says of newlines; iteration and reads do not mix.
import bz2
import os
import tempfile

name = tempfile.mktemp()
for text in ('a\nb\nc', 'a\r\nb\r\n', 'a\rb\rc', 'a\r\nb\nc\rd\n', 'a\r', '',
             'x' * 9000 + '\r\n' + 'y' * 9000 + '\r'):
    with open(name, 'wb') as f:
        f.write(bz2.compress(text))
    with bz2.BZ2File(name, 'rU') as f:
        got = ''.join(iter(f.readline, ''))
        print len(got), got.count('\n'), repr(f.newlines)
    with bz2.BZ2File(name, 'U') as f:
        print [len(line) for line in f], f.newlines
    with bz2.BZ2File(name) as f:
        print len(f.readline()), f.newlines

with bz2.BZ2File(name, 'w') as f:
    f.write('line\n' * 5000)
with bz2.BZ2File(name) as f:
    next(f)
    for method in f.read, f.readline, f.readlines:
        try:
            method()
        except ValueError as e:
            print e
    f.seek(10)
    print repr(f.readline()), next(f),
    for line in f:
        pass
    print repr(f.read())
os.remove(name)
