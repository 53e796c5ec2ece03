# A signal amid readline() of an unbuffered stream: its handler runs, and
# reading goes on.
import _io
import os
import signal
import time

seen = []
signal.signal(signal.SIGALRM, lambda number, frame: seen.append(number))
r, w = os.pipe()
child = os.fork()
if not child:
    os.write(w, 'first')
    time.sleep(0.3)
    os.write(w, ' line\nsecond\n')
    os._exit(0)
os.close(w)
signal.setitimer(signal.ITIMER_REAL, 0.1)
stream = _io.FileIO(r, 'rb')
print repr(stream.readline()), len(seen)
print stream.readlines()
os.waitpid(child, 0)
