# Connections on descriptors that select() would not take, and on none.
import _multiprocessing
import multiprocessing
import os
import resource

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(2000, hard), hard))
a, b = multiprocessing.Pipe()
os.dup2(a.fileno(), 1500)
high = _multiprocessing.Connection(1500)
print high.poll(), high.poll(0.01)
b.send(3)
print high.poll(), high.poll(1), high.poll(None), high.recv()
try:
    _multiprocessing.Connection(44977608).poll()
except IOError:
    print 'IOError'
