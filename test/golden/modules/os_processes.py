import os, sys
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os.write(1, 'child\n')
    os._exit(7)
p, status = os.waitpid(pid, 0)
print p == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), status
sys.stdout.flush()
print os.system('exit 3') >> 8, os.popen('echo from shell; echo two').read().split('\n')
f = os.popen('cat > /dev/null', 'w')
f.write('x')
print f.close()
print os.popen('exit 5').close(), os.getuid() == os.geteuid(), len(os.urandom(8))
print len(os.times()), os.uname()[0]
try:
    os.execvp('no-such-program-here', ['x'])
except OSError as e:
    print e
try:
    os.kill(2 ** 22 + 5, 0)
except OSError as e:
    print e
