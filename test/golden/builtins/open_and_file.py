import os, tempfile
p = os.path.join(tempfile.mkdtemp(), 'data')
with open(p, 'w') as f:
    print f.mode, f.closed, isinstance(f, file)
    f.write('a\nb\n')
print open(p).read().split(), file(p).readlines(), open(name=p, mode='r').readline()
print open(p, 'r', 1).next()
for line in open(p): print repr(line),
print
f = open(p, 'a+')
f.write('c\n'); f.flush()
f.seek(0); print f.read().split()
f.close()
with open(p, 'rb') as f: print repr(f.read(3)), f.tell()
try:
    with open(p + '.none') as f: pass
except IOError as e:
    print e.errno, e.strerror, e.filename == p + '.none'
os.remove(p)
print os.path.exists(p)
