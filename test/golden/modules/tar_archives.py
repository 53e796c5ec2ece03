import tarfile, os, tempfile, StringIO, time
d = tempfile.mkdtemp(); os.chdir(d)
os.mkdir('in')
with open('in/a.txt', 'w') as f: f.write('hello\n' * 100)
with open('in/b', 'w') as f: f.write('x')
os.symlink('b', 'in/link')
for mode in 'w', 'w:gz', 'w:bz2':
    t = tarfile.open('t.tar', mode)
    for n in sorted(os.listdir('in')): t.add('in/' + n)
    i = tarfile.TarInfo('made/' + 'long' * 40 + '.txt'); i.size = 5; i.mtime = 1000000000; i.mode = 0600
    t.addfile(i, StringIO.StringIO('12345')); t.close()
    t = tarfile.open('t.tar')
    print [n[:20] for n in t.getnames()], t.getmember('in/a.txt').size, t.extractfile('in/a.txt').readline(), t.extractfile(t.getnames()[-1]).read()
    m = t.getmembers()[-1]; print m.mtime, oct(m.mode), m.isreg(), m.isdir(), m.type, t.getmember('in/link').linkname, t.getmember('in/link').issym()
    t.extractall('out'); t.close()
    print open('out/in/a.txt').read() == open('in/a.txt').read(), os.readlink('out/in/link'), tarfile.is_tarfile('t.tar')
for fmt in tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT:
    b = StringIO.StringIO(); t = tarfile.open(fileobj=b, mode='w', format=fmt)
    i = tarfile.TarInfo('dir/' + 'n' * 90); i.size = 3; i.uid = 1000; i.uname = 'me'; t.addfile(i, StringIO.StringIO('abc')); t.close()
    print len(b.getvalue()), repr(b.getvalue()[257:265]); b.seek(0)
    m = tarfile.open(fileobj=b).next(); print m.name == i.name, m.uid, m.uname, m.size
for bad in 'junk' * 200, '', 'x':
    try: tarfile.open(fileobj=StringIO.StringIO(bad))
    except tarfile.ReadError, e: print e
t = tarfile.open('t.tar')
for f in (lambda: t.getmember('nope'), lambda: t.addfile(i), lambda: tarfile.open('t.tar', 'q'), lambda: tarfile.open('t.tar', 'r:zip'), lambda: tarfile.open('missing.tar')):
    try: f()
    except Exception, e: print type(e).__name__, e
t.close()
print tarfile.filemode(0100644), tarfile.filemode(040755), tarfile.filemode(0104755), repr(tarfile.itn(8 ** 8, 8)), tarfile.nti('0000644\0')
