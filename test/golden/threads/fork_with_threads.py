import os, sys, threading, time

t = threading.Thread(target=time.sleep, args=(0.3,))
t.start()
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    x = [[i] for i in range(50000)]
    sys.stdout.write('child %d, %d thread\n' % (len(x), threading.active_count()))
    sys.exit(3)
print os.WEXITSTATUS(os.waitpid(pid, 0)[1])
t.join()
print 'joined'
