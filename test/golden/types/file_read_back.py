"""What was written is there for others, though nothing was closed."""
import io
import os
import shutil
import tempfile

folder = tempfile.mkdtemp()


def path(name):
    return os.path.join(folder, name)


def save(name, text):
    f = open(path(name), 'w')
    f.write(text)


open(path('a'), 'w').write('hello\n' * 3)
print repr(open(path('a')).read())
save('b', 'size')
print os.path.getsize(path('b')), os.stat(path('b')).st_size
save('b', 'renamed')
os.rename(path('b'), path('c'))
print open(path('c')).read()
open(path('c'), 'a').write(' and more')
shutil.copy(path('c'), path('d'))
print open(path('d')).readlines()
save('e', 'for a child')
print os.popen('cat ' + path('e')).read()
io.open(path('f'), 'w', encoding='utf-8').write(u'\u20ac')
print repr(io.open(path('f'), 'rb').read()), os.path.getsize(path('f'))
io.open(path('f'), 'wb').write(b'bytes')
print repr(io.open(path('f')).read())
save('g', 'by descriptor')
fd = os.open(path('g'), os.O_RDONLY)
print os.read(fd, 100)
os.close(fd)
for i in range(200):
    save('h%d' % i, str(i))
print sum(int(open(path('h%d' % i)).read()) for i in range(200))
print len(os.listdir(folder))
shutil.rmtree(folder)
