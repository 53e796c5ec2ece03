import os, tempfile
p = os.path.join(tempfile.mkdtemp(), 'f')
with open(p, 'wb') as f: f.write('a\nb\r\nc\rd\r\n')
for mode in 'r', 'rb', 'U', 'rU':
    f = open(p, mode)
    print mode, f.readlines(), f.newlines, f.mode
f = open(p, 'U')
print repr(f.readline()), f.newlines, repr(f.readline()), f.newlines, repr(f.read())
print f.newlines, repr(f.read())
f = open(p, 'U'); print [c for c in iter(lambda: f.read(1), '')]
f = open(p, 'rU'); print list(f)
f = open(p, 'rU'); f.next()
try:
    f.read()
except ValueError as e:
    print e
f = open(p, 'w', 0)
f.write('unbuffered')
print open(p).read()
f = open(p, 'w', 1)
f.write('line\nrest')
print repr(open(p).read())
f.flush()
print repr(open(p).read())
os.remove(p)
