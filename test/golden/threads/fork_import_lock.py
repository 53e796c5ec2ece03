# A fork waits for the imports of other threads: the child sees them whole.
import imp
import os
import sys
import threading
import time

started = threading.Event()


def importer():
    imp.acquire_lock()
    sys.modules['made up'] = 'partial'
    started.set()
    time.sleep(0.05)
    sys.modules['made up'] = 'complete'
    imp.release_lock()


thread = threading.Thread(target=importer)
thread.start()
started.wait()
pid = os.fork()
if not pid:
    os._exit(7 if __import__('made up') == 'complete' else 8)
thread.join()
print os.WEXITSTATUS(os.waitpid(pid, 0)[1]), imp.lock_held()
