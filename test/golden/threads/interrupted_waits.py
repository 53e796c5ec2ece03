# Ctrl-C ends whatever the main thread waits for.
import Queue, os, signal, thread, threading, time
def sleeper():
    t = threading.Thread(target=time.sleep, args=(2,))
    t.daemon = True
    t.start()
    return t
def later(function, *args):
    def body():
        time.sleep(.05)
        function(*args)
    t = threading.Thread(target=body)
    t.daemon = True
    t.start()
for wait in (lambda: threading.Event().wait(5), lambda: sleeper().join(5),
             lambda: Queue.Queue().get(True, 5), lambda: time.sleep(5),
             lambda: threading.Condition().acquire() and None or
             time.sleep(3)):
    later(os.kill, os.getpid(), signal.SIGINT)
    start = time.time()
    try:
        wait()
    except KeyboardInterrupt:
        print 'interrupted', time.time() - start < 1.5
signal.signal(signal.SIGALRM, lambda number, frame: None)
signal.setitimer(signal.ITIMER_REAL, .02)
print threading.Event().wait(.1)
