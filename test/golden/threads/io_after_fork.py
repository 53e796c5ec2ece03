"""Threads of a forked child write one io file: each line stays whole."""
import io
import os
import sys
import tempfile
import threading

t = threading.Thread(target=int)
t.start()
t.join()


def write(f, line):
    for i in xrange(20000):
        f.write(line)


def in_child(path):
    f = io.open(path, 'wb', 64)
    lines = [chr(97 + k) * (40 + k) + '\n' for k in range(3)]
    threads = [threading.Thread(target=write, args=(f, line))
               for line in lines]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    f.close()
    got = open(path, 'rb').readlines()
    return sorted(map(got.count, lines)), len(got)


path = tempfile.mktemp()
pid = os.fork()
if pid == 0:
    print in_child(path)
    sys.stdout.flush()
    os._exit(0)
print os.waitpid(pid, 0)[1]
os.remove(path)
