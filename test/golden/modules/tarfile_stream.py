# Archives of mode '|' go front to back: nothing seeks in what is below.
import StringIO
import tarfile


class Pipe(object):
    """Reads and writes only; notes how much at a time."""

    def __init__(self, data=''):
        self.data, self.sizes = data, set()

    def read(self, size):
        self.sizes.add(size)
        head, self.data = self.data[:size], self.data[size:]
        return head

    def write(self, s):
        self.sizes.add(len(s))
        self.data += s


def fill(mode, **more):
    out = Pipe()
    tar = tarfile.open(None, mode, out, **more)
    for name, size in (('one', 1000), ('none', 0), ('two', 30000)):
        info = tarfile.TarInfo(name)
        info.size = size
        tar.addfile(info, StringIO.StringIO((name + '\n') * size))
    link = tarfile.TarInfo('link')
    link.type, link.linkname = tarfile.SYMTYPE, 'one'
    tar.addfile(link)
    tar.close()
    return out


for comptype in '', 'gz', 'bz2':
    written = fill('w|' + comptype, bufsize=1024)
    if not comptype:
        print sorted(written.sizes), len(written.data)
    for how in comptype, '*':
        pipe = Pipe(written.data)
        tar = tarfile.open(None, 'r|' + how, pipe, bufsize=512)
        for info in tar:
            print info.name, info.size,
            if info.isreg():
                f = tar.extractfile(info)
                print repr(f.readline()), repr(f.readline(2)), f.tell(),
                print repr(f.read(3)), len(f.read()), repr(f.readline()),
                print f.tell(),
            else:
                try:
                    tar.extractfile(info)
                except tarfile.StreamError as e:
                    print e,
            print
        tar.close()
        print sorted(pipe.sizes)

plain = fill('w|').data
tar = tarfile.open(None, 'r|', Pipe(plain))
print tar.getnames()
try:
    tar.extractfile(tar.getmembers()[0]).read()
except tarfile.StreamError as e:
    print e

for mode, data in (('r|', ''), ('r|', 'abc' * 600), ('r|gz', ''),
                   ('r|gz', '\x1f\x8babdfdfd'), ('r|bz2', 'abc' * 100),
                   ('r|*', 'abc' * 600), ('x|', ''), ('r|', plain[:700]),
                   ('r:', plain[:700])):
    try:
        tar = tarfile.open(None, mode, StringIO.StringIO(data))
        print tar.next().name
        tar.next()
    except (tarfile.TarError, ValueError) as e:
        print mode, e.__class__.__name__, e
for name, mode in ('/nowhere/x', 'r|'), ('/nowhere/x', 'w|gz'):
    try:
        tarfile.open(name, mode)
    except OSError as e:
        print e
