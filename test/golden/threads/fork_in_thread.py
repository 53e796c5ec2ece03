# A process that a thread forked ends with the last of its threads.
import os
import sys
import threading


def last():
    print 'last thread of the child'


def worker():
    sys.stdout.flush()
    child = os.fork()
    if child:
        print os.waitpid(child, 0)[1]
        return
    t = threading.Thread(target=last)
    print 'child'
    t.start()
    t.join()


t = threading.Thread(target=worker)
t.start()
t.join()
