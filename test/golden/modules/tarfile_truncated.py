# An archive that ends inside a file is an error wherever that is read.
import StringIO
import tarfile

out = StringIO.StringIO()
with tarfile.open(None, 'w', out) as tar:
    info = tarfile.TarInfo('foo')
    info.size = 1024
    tar.addfile(info, StringIO.StringIO('a' * 1024))
for size in 512, 600, 1024, 1200, 1536:
    tar = tarfile.open(None, 'r:', StringIO.StringIO(out.getvalue()[:size]))
    info = tar.next()
    for use in (lambda: len(tar.extractfile(info).read()),
                lambda: len(tar.extractfile(info).readline()),
                lambda: len(tar.extractfile(info).read(10)),
                lambda: tar.next()):
        try:
            print use(),
        except tarfile.ReadError as e:
            print e,
    print
