# A file that only one expression or loop has is closed behind it: what was
# written is there, and descriptors do not pile up.
import __builtin__
import os

PATH = 'file_temporary.txt'


def descriptors():
    return len(os.listdir('/proc/self/fd'))


def grown(f, *args):
    before = descriptors()
    results = [f(*args) for i in range(20)]
    print f.__name__, results[-1], descriptors() - before


def reads(path):
    return open(path).read()


def reads_line(path):
    return file(path).readline()


def reads_lines(path):
    return open(path, 'rb').readlines()


def writes(path):
    open(path, 'w').write('one\ntwo\nthree\n')
    return os.path.getsize(path)


def writes_lines(path):
    open(path, 'a').writelines(['x\n', 'y\n'])
    open(path, 'w').writelines(['one\n', 'two\n', 'three\n'])
    return os.path.getsize(path)


def loops(path):
    n = 0
    for line in open(path):
        n += len(line)
    else:
        n += 100
    return n


def breaks(path):
    for line in open(path):
        if line == 'two\n':
            break
    else:
        print 'not reached'
    return line


def returns(path):
    for line in open(path):
        for other in open(path):
            if other == line:
                return line, other


def continues(path):
    n = 0
    for line in file(path):
        try:
            if line.startswith('t'):
                continue
            n += 1
        finally:
            n += 10
    return n


def in_handler(path):
    try:
        for line in open(path):
            int(line)
    except ValueError as e:
        return str(e)


def list_of(path):
    return [line.strip() for line in open(path) if line != 'one\n']


def nested(path):
    return [a + b for a in 'xy' for b in open(path)]


def set_of(path):
    return sorted({line[0] for line in open(path)})


def dict_of(path):
    return sorted({line[0]: len(line) for line in open(path)}.items())


grown(writes, PATH)
grown(writes_lines, PATH)
grown(reads, PATH)
grown(reads_line, PATH)
grown(reads_lines, PATH)
grown(loops, PATH)
grown(breaks, PATH)
grown(returns, PATH)
grown(continues, PATH)
print in_handler(PATH)
grown(list_of, PATH)
grown(nested, PATH)
grown(set_of, PATH)
grown(dict_of, PATH)


def through_pipe():
    r, w = os.pipe()
    os.fdopen(w, 'w').write('through a pipe')
    got = os.read(r, 100), os.read(r, 100)
    os.close(r)
    return got


def commands():
    os.popen('cat > ' + PATH, 'w').write('from a command')
    lines = [line for line in os.popen('cat ' + PATH)]
    return lines, os.popen('wc -c < ' + PATH).read().strip()


before = descriptors()
print through_pipe(), commands(), descriptors() - before
open(PATH, 'w').write('one\ntwo\nthree\n')

# Others may have the file that these names give.

kept = []


def kept_open(path, mode='r'):
    kept.append(__builtin__.open(path, mode))
    return kept[-1]


def with_another_open():
    global open
    open = kept_open
    try:
        print open(PATH).read(4), kept[-1].read(4), kept[-1].closed
        for line in open(PATH):
            break
        print line, kept[-1].closed, kept[-1].next()
        print [line for line in open(PATH)], kept[-1].closed
    finally:
        del open


with_another_open()


def subclass():
    class Kept(file):
        def read(self, n=-1):
            kept.append(self)
            return file.read(self, n)
    file_of = Kept
    print file_of(PATH).read(3), kept[-1].closed
    global file_too
    file_too = Kept
    print file_too(PATH).read(3), kept[-1].closed


subclass()


def lines_while_written():
    f = open(PATH)
    print open(PATH).read() == f.read(), f.closed
    print iter(open(PATH)).next()
    print open(PATH).__enter__().read(2)


lines_while_written()


def generates(path):
    for line in open(path):
        yield line.strip()


print list(generates(PATH)), list(generates(PATH))[0]
g = generates(PATH)
print next(g), g.close()

try:
    open(PATH, 'w').write(5)
except TypeError as e:
    print e
try:
    open(PATH).write('x')
except IOError as e:
    print e
try:
    for line in open('/does/not/exist'):
        pass
except IOError as e:
    print e
os.remove(PATH)


def from_a_list():
    open = [__builtin__.open(os.devnull)].pop
    f = __builtin__.open(os.devnull)
    files = [f]
    popen = files.pop
    return popen().read(), f.closed


print from_a_list()
