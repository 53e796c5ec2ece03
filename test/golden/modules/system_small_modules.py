import resource, termios, syslog, crypt, tty, pty, os
def t(f, *a):
    try: print repr(f(*a))
    except Exception, x: print type(x).__name__, x
t(resource.getrlimit, 999); t(resource.getrlimit, 'a'); t(resource.setrlimit, 0, 5); t(resource.setrlimit, 0, (5,)); t(resource.getrusage, 99); t(resource.getpagesize); t(resource.setrlimit, 0, ('a', 'b'))
u = resource.getrusage(resource.RUSAGE_SELF); print len(u), u.ru_utime >= 0, u[2] == u.ru_maxrss, type(u).__name__
soft, hard = resource.getrlimit(resource.RLIMIT_CORE); resource.setrlimit(resource.RLIMIT_CORE, (0, hard)); print resource.getrlimit(resource.RLIMIT_CORE)[0], resource.error.__module__
t(termios.tcgetattr, 'a'); t(termios.tcsetattr, 0, 0, 5); t(termios.tcsetattr, 0, 0, [1, 2]); t(termios.tcdrain, 99)
m, s = pty.openpty()
a = termios.tcgetattr(s); print len(a), len(a[6]), a[3] & termios.ECHO != 0
tty.setraw(s); b = termios.tcgetattr(s); print b[3] & termios.ECHO, b[6][termios.VMIN], b[6][termios.VTIME]
os.write(m, 'hi\n'); print repr(os.read(s, 3)); termios.tcsetattr(s, termios.TCSANOW, a); print termios.tcgetattr(s) == a
t(syslog.LOG_MASK, 3); t(syslog.LOG_UPTO, 3); t(syslog.setlogmask, 255); t(syslog.syslog); t(syslog.syslog, 5); print syslog.LOG_ERR, syslog.LOG_LOCAL7
t(crypt.crypt, 'pw', 'ab'); t(crypt.crypt, 'a'); t(crypt.crypt, 1, 2)
