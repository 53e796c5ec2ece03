import signal, os, time
log = []
def h(n, f): log.append((n, f is not None))
old = signal.signal(signal.SIGUSR1, h)
print old == signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is h
os.kill(os.getpid(), signal.SIGUSR1)
for i in range(100):
    if log: break
    time.sleep(0.01)
print log, signal.SIGINT, signal.SIGTERM, signal.SIGALRM
print signal.getsignal(signal.SIGINT) is signal.default_int_handler
def raiser(n, f): raise ValueError('from handler')
signal.signal(signal.SIGALRM, raiser)
try:
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    while True: pass
except ValueError as e:
    print e
print signal.alarm(0)
try:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(2)
    print 'not reached'
except KeyboardInterrupt:
    print 'KeyboardInterrupt'
for f in (lambda: signal.signal(9999, h), lambda: signal.signal(signal.SIGUSR1, 5),
        lambda: signal.getsignal(0), lambda: signal.signal(signal.SIGKILL, h)):
    try:
        f()
    except Exception as e:
        print type(e).__name__, e
