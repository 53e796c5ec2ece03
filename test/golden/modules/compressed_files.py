import bz2, gzip, zipfile, os, tempfile, StringIO
d = tempfile.mkdtemp(); p = os.path.join(d, 'f')
text = ''.join('line %d\n' % i for i in range(3000))
for mod, cls in (gzip, gzip.GzipFile), (bz2, bz2.BZ2File):
    f = cls(p, 'w'); f.write(text); f.write('end'); f.close()
    f = cls(p); print repr(f.readline()), repr(f.read(5)), f.tell(), len(f.readlines()), repr(f.read()); f.seek(7); print repr(f.read(3)); f.close()
    print cls(p).read() == text + 'end', os.path.getsize(p) < len(text), [l for l in cls(p)][-2:]
    try: f.read()
    except ValueError, e: print e
c = bz2.BZ2Compressor(); z = c.compress(text[:100]) + c.flush(); x = bz2.BZ2Decompressor(); print x.decompress(z + 'rest') == text[:100], x.unused_data
for bad in 'junk', bz2.compress('a' * 500)[:20]:
    try: bz2.decompress(bad)
    except (IOError, ValueError), e: print type(e).__name__, e
try: bz2.compress('a', 10)
except ValueError, e: print e
b = StringIO.StringIO(); z = zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED)
z.writestr('a/b.txt', text); z.writestr(zipfile.ZipInfo('c', (2001, 2, 3, 4, 5, 6)), 'stored'); z.comment = 'hello'; z.close()
z = zipfile.ZipFile(b); print z.namelist(), z.testzip(), z.comment, z.read('c'), z.getinfo('c').date_time, len(z.read('a/b.txt'))
print z.open('a/b.txt').readline(), z.getinfo('a/b.txt').file_size, z.getinfo('a/b.txt').compress_size < 9999
try: z.read('nope')
except KeyError, e: print e
z.extractall(d); print sorted(os.listdir(d)), open(os.path.join(d, 'c')).read(), zipfile.is_zipfile(p)
for bad in 'nothing here', '':
    try: zipfile.ZipFile(StringIO.StringIO(bad))
    except zipfile.BadZipfile, e: print e
try: gzip.GzipFile(fileobj=StringIO.StringIO('nothing')).read()
except IOError, e: print e
