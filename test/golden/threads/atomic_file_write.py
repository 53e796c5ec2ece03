# What one write() gives to a file stays together.
import os, tempfile
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

handle, name = tempfile.mkstemp()
f = os.fdopen(handle, 'w')
def body(tag):
    line = str(tag) * 30 + '\n'
    for i in xrange(1000):
        f.write(line)
        f.write('p' + line)
run(body)
f.close()
lines = open(name).read().split('\n')
print len(lines), all(len(set(x.lstrip('p'))) <= 1 for x in lines)
os.remove(name)
