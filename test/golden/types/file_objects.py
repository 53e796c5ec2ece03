import os, tempfile
p = os.path.join(tempfile.mkdtemp(), 'f.txt')
f = open(p, 'w')
f.write('line1\nline2\n')
f.writelines(['a', 'b\n'])
print >>f, 'printed', 5
print f.tell(), f.closed, f.mode, f.softspace, f.name == p, f.fileno() > 2, f.isatty()
print f.encoding, f.errors, f.newlines
f.close(); print f.closed, f.close()
f = open(p)
print repr(f.readline()), repr(f.readline(3)), repr(f.read(2)), repr(f.read())
print repr(f.read()), repr(f.readline()), f.readlines()
f.seek(0)
print f.readlines(), f.tell()
f.seek(-5, 2)
print repr(f.read())
f.seek(2)
f.seek(1, 1)
print f.tell(), [l for l in f], iter(f) is f, f.xreadlines() is f
f.seek(0)
print next(f), f.next(), list(f), next(f, 'eof')
f.close()
f = open(p, 'r+')
f.write('LINE')
f.seek(0)
print repr(f.read(6))
f.close()
f = open(p, 'a')
f.write('app')
f.close()
print repr(open(p).read()[-5:])
f = open(p, 'r+')
f.truncate(4)
f.close()
print repr(open(p).read()), os.path.getsize(p)
with open(p) as f: print f.read(), f.closed
print f.closed, file is open, type(f) is file
f2 = open(p)
f2.seek(0, 0)
print f2.readinto(bytearray(2)) if hasattr(f2, 'readinto') else ''
for g in (lambda: f.read(), lambda: f.write('x'), lambda: f.seek(0), lambda: list(f),
        lambda: f.__enter__(), lambda: open(p, 'r').write('x'), lambda: open(p, 'w').read(),
        lambda: open(p, 'bad'), lambda: open(p, ''), lambda: open('\0'),
        lambda: open(p).seek(-1), lambda: open(p, 'w').write(5),
        lambda: open(p, 'w').writelines([5]), lambda: open(p, 'w').writelines(5),
        lambda: open(p, 'r').truncate(), lambda: f.fileno(),
        lambda: open(p, 'w').write(u'\xe9'), lambda: open(p).read('x'), lambda: open(None)):
    try:
        print repr(g())
    except Exception as e:
        print type(e).__name__, str(e).replace(p, 'PATH')
