import shutil, tempfile, os
d = tempfile.mkdtemp(); os.chdir(d)
os.makedirs('src/sub')
f = open('src/sub/b.txt', 'w')
f.write('bbb')
f.close()
f = open('src/a.txt', 'w')
f.write('aaa')
f.close()
shutil.copy('src/a.txt', 'copy.txt'); print open('copy.txt').read()
shutil.copytree('src', 'dst'); print sorted(os.listdir('dst')), os.listdir('dst/sub')
shutil.copytree('src', 'ign', ignore=shutil.ignore_patterns('*.txt')); print os.listdir('ign')
shutil.move('copy.txt', 'moved.txt')
print os.path.exists('copy.txt'), os.path.exists('moved.txt')
shutil.move('moved.txt', 'dst')
print sorted(os.listdir('dst'))
os.chmod('src/a.txt', 0600)
shutil.copy2('src/a.txt', 'c2')
print oct(os.stat('c2').st_mode & 0777)
shutil.copymode('src/a.txt', 'dst/a.txt')
shutil.copyfile('c2', 'c3')
print open('c3').read()
shutil.rmtree('dst'); print os.path.exists('dst'), shutil.rmtree('nope', True)
for f in (lambda: shutil.copyfile('c2', 'c2'), lambda: shutil.copy('none', 'x'),
        lambda: shutil.rmtree('none'), lambda: shutil.copytree('src', 'src'),
        lambda: shutil.move('c2', 'src/sub') or shutil.move('src', 'src/sub')):
    try:
        f()
    except Exception as e:
        print type(e).__name__, str(e)
os.chdir('/'); shutil.rmtree(d)
