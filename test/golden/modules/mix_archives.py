# Archives, digests and compressed files, and their errors.
import zipfile, tarfile, hashlib, os, tempfile, shutil, io, sys, zlib, gzip, bz2, hmac, stat
from cStringIO import StringIO
d = tempfile.mkdtemp(); os.chdir(d)
try:
    os.makedirs('src/sub'); open('src/a.txt', 'w').write('alpha\n' * 50); open('src/sub/b.bin', 'wb').write(''.join(map(chr, range(256))))
    os.symlink('a.txt', 'src/link'); os.chmod('src/a.txt', 0640)
    for f in ('src/a.txt', 'src/sub/b.bin', 'src/sub', 'src'): os.utime(f, (10**9, 10**9))
    with zipfile.ZipFile('x.zip', 'w', zipfile.ZIP_DEFLATED) as z:
        z.write('src/a.txt'); z.write('src/sub/b.bin', 'renamed.bin', zipfile.ZIP_STORED)
        zi = zipfile.ZipInfo('made/up.txt', (1999, 12, 31, 23, 59, 58)); zi.external_attr = 0600 << 16; zi.comment = 'c'
        z.writestr(zi, 'content'); z.comment = 'archive comment'
    with zipfile.ZipFile('x.zip') as z:
        print z.namelist(), z.testzip(), z.comment
        for i in z.infolist(): print i.filename, i.file_size, i.compress_type, '%08x' % i.CRC, oct(i.external_attr >> 16), i.comment
        print z.read('made/up.txt'), z.getinfo('made/up.txt').date_time, z.open('src/a.txt').readline()
        z.printdir() if 0 else None
        for bad in ('nope',):
            try: z.read(bad)
            except KeyError as e: print e
        z.extractall('out')
    print sorted(os.listdir('out')), zipfile.is_zipfile('src/a.txt')
    try: zipfile.ZipFile('src/a.txt')
    except zipfile.BadZipfile as e: print e
    raw = open('x.zip', 'rb').read(); bad = raw.replace('content', 'CONTENT')
    zb = zipfile.ZipFile(StringIO(bad)); print zb.testzip()
    for mode in ('w', 'w:gz', 'w:bz2'):
        with tarfile.open('x.tar', mode, format=tarfile.GNU_FORMAT) as t:
            def flt(ti):
                ti.uid = ti.gid = 0; ti.uname = ti.gname = 'root'; ti.mtime = 10**9
                return None if ti.name.endswith('.bin') and mode == 'w:gz' else ti
            t.add('src', arcname='top', filter=flt)
            ti = tarfile.TarInfo('n' * 120); ti.size = 3; t.addfile(ti, StringIO('xyz'))
        with tarfile.open('x.tar') as t:
            for m in t.getmembers(): print m.name[:20], m.size, oct(m.mode & 0700), m.type, m.linkname, m.isdir()
            print t.extractfile('top/a.txt').readline(), t.getmember('top/link').issym()
            try: t.getmember('zz')
            except KeyError as e: print e
            t.extractall('o' + mode.replace(':', ''))
    print sorted(os.listdir('ow/top')), os.readlink('ow/top/link'), int(os.stat('ow/top/a.txt').st_mtime)
    try: tarfile.open('src/a.txt')
    except tarfile.ReadError as e: print e
    for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
        h = hashlib.new(n); h.update('abc'); c = h.copy(); h.update('d'); print n, h.hexdigest()[:20], c.hexdigest()[:20], h.digest_size, h.block_size, h.name
    try: hashlib.new('nope')
    except ValueError as e: print e
    try: hashlib.md5(u'\xe9')
    except UnicodeEncodeError as e: print e
    print hmac.new('k', 'msg', hashlib.sha256).hexdigest(), hmac.compare_digest('a', 'a'), hashlib.pbkdf2_hmac('sha1', 'p', 's', 10).encode('hex')
    with gzip.open('g.gz', 'wb') as g: g.write('line1\nline2\n')
    g = gzip.open('g.gz'); print list(g), g.name; g.close()
    try: gzip.open('src/a.txt').read()
    except IOError as e: print e
    print zlib.crc32('x' * 10), zlib.adler32('abc'), len(zlib.compress('a' * 1000)), bz2.decompress(bz2.compress('data'))
    try: zlib.decompress('junk')
    except zlib.error as e: print e
    o = zlib.decompressobj(); print repr(o.decompress(zlib.compress('hello') + 'tail')), repr(o.unused_data)
    try: bz2.decompress('junk')
    except IOError as e: print e
finally:
    os.chdir('/'); shutil.rmtree(d)
