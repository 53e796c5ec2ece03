import os, tempfile, shutil
d = tempfile.mkdtemp()
os.chdir(d)
print os.getcwd() == os.path.realpath(d), os.listdir('.')
os.mkdir('sub'); os.makedirs('a/b/c')
open('f.txt', 'w').close()
print sorted(os.listdir('.')), os.path.isdir('a/b'), os.path.isfile('f.txt')
os.rename('f.txt', 'g.txt')
os.link('g.txt', 'h.txt')
os.symlink('g.txt', 'sl')
print sorted(os.listdir('.')), os.readlink('sl'), os.path.islink('sl')
print os.stat('g.txt').st_nlink, os.lstat('sl').st_size
print [(p, sorted(ds), sorted(fs)) for p, ds, fs in sorted(os.walk('.'))]
os.remove('h.txt')
os.unlink('sl')
os.rmdir('sub')
os.removedirs('a/b/c')
print sorted(os.listdir('.')), os.access('g.txt', os.R_OK), os.access('none', os.F_OK)
for f in (lambda: os.mkdir('g.txt'), lambda: os.rmdir('none'), lambda: os.remove('none'),
        lambda: os.rename('x', 'y'), lambda: os.listdir('none'), lambda: os.chdir('none'),
        lambda: os.stat('none'), lambda: os.readlink('g.txt'), lambda: os.makedirs('g.txt/x')):
    try:
        f()
    except OSError as e:
        print e.errno, e
os.chdir('/'); shutil.rmtree(d)
print os.path.exists(d)
