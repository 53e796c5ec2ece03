# pty's older functions: a terminal's slave by its name.
import os
import signal
import pty
import tty

signal.signal(signal.SIGHUP, signal.SIG_IGN)

master, name = pty.master_open()
slave = pty.slave_open(name)
tty.setraw(slave)
print os.isatty(master), os.isatty(slave), os.ttyname(slave) == name
os.write(slave, 'to the master')
print os.read(master, 100)
os.write(master, 'to the slave')
print os.read(slave, 100)
os.close(slave)
os.close(master)
try:
    pty.slave_open('/nonexistent/tty')
except (OSError, IOError) as e:
    print e.errno, e.strerror
