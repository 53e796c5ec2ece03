# Threads that share a stream lose nothing and tear no line.
import io
import os
import tempfile
import threading

LINES, THREADS = 2000, 4


def together(f):
    threads = [threading.Thread(target=f, args=(i,)) for i in range(THREADS)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


fd, path = tempfile.mkstemp()
os.close(fd)
memory, text = io.BytesIO(), io.StringIO()
with io.open(path, 'w', encoding='utf-8') as f:
    def write(i):
        for n in xrange(LINES):
            line = u'%d \u20ac %d\n' % (i, n)
            f.write(line)
            text.write(line)
            memory.write(line.encode('utf-8'))
    together(write)
expected = sorted(u'%d \u20ac %d\n' % (i, n)
                  for i in range(THREADS) for n in xrange(LINES))
print sorted(io.open(path, encoding='utf-8')) == expected
print sorted(text.getvalue().splitlines(True)) == expected
print sorted(memory.getvalue().decode('utf-8').splitlines(True)) == expected
got = [[] for i in range(THREADS)]
with io.open(path, 'rb') as f:
    def read(i):
        got[i].extend(iter(f.readline, b''))
    together(read)
print sorted(line.decode('utf-8') for g in got for line in g) == expected
os.remove(path)
