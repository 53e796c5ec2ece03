import os, tempfile
fd, p = tempfile.mkstemp()
print os.write(fd, 'hello world'), os.lseek(fd, 0, 0), os.read(fd, 5)
print os.fstat(fd).st_size, os.lseek(fd, -3, 2), os.read(fd, 100), repr(os.read(fd, 10))
os.ftruncate(fd, 4); os.close(fd)
f = os.fdopen(os.open(p, os.O_RDWR | os.O_APPEND), 'r+')
print f.read(), f.name
f.close(); os.remove(p)
try:
    os.close(fd)
except OSError as e:
    print e
r, w = os.pipe()
os.write(w, 'through pipe'); os.close(w)
print os.read(r, 100), repr(os.read(r, 1)), os.close(r), os.strerror(2), os.isatty(0)
print os.getpid() > 1, os.umask(os.umask(022)) >= 0
d = os.dup(1); print d > 2, os.close(d)
