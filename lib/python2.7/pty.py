"""Pseudo-terminals."""

import os
import tty
from select import select

__all__ = ['openpty', 'fork', 'spawn']

STDIN_FILENO = 0
STDOUT_FILENO = 1
STDERR_FILENO = 2

CHILD = 0


def openpty():
    """(master, slave): descriptors of a new pseudo-terminal"""
    return os.openpty()


def master_open():
    """(master, name of the slave): use openpty() instead"""
    master, slave = openpty()
    try:
        return master, os.ttyname(slave)
    finally:
        os.close(slave)


def slave_open(name):
    """the descriptor of a slave by its name: use openpty() instead"""
    return os.open(name, os.O_RDWR)


def fork():
    """(pid, descriptor); in the child, whose terminal it is, pid is CHILD"""
    try:
        pid, fd = os.forkpty()
    except (AttributeError, OSError):
        pass
    else:
        if pid == CHILD:
            try:
                os.setsid()
            except OSError:
                pass  # it leads a session already
        return pid, fd
    master, slave = openpty()
    pid = os.fork()
    if pid == CHILD:
        os.setsid()
        os.close(master)
        for fd in STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO:
            os.dup2(slave, fd)
        if slave > STDERR_FILENO:
            os.close(slave)
        # Opening it makes it the controlling terminal.
        os.close(os.open(os.ttyname(STDOUT_FILENO), os.O_RDWR))
    else:
        os.close(slave)
    return pid, master


def _writen(fd, data):
    while data:
        data = data[os.write(fd, data):]


def _read(fd):
    return os.read(fd, 1024)


def _copy(master_fd, master_read=_read, stdin_read=_read):
    """Copies between the terminal and its master until one ends."""
    fds = [master_fd, STDIN_FILENO]
    while True:
        ready = select(fds, [], [])[0]
        if master_fd in ready:
            data = master_read(master_fd)
            if not data:
                fds.remove(master_fd)
            else:
                os.write(STDOUT_FILENO, data)
        if STDIN_FILENO in ready:
            data = stdin_read(STDIN_FILENO)
            if not data:
                fds.remove(STDIN_FILENO)
            else:
                _writen(master_fd, data)


def spawn(argv, master_read=_read, stdin_read=_read):
    """Runs a program in a terminal that is joined to this one."""
    if type(argv) == type(''):
        argv = (argv,)
    pid, master_fd = fork()
    if pid == CHILD:
        os.execlp(argv[0], *argv)
    try:
        mode = tty.tcgetattr(STDIN_FILENO)
        tty.setraw(STDIN_FILENO)
        restore = True
    except tty.error:
        restore = False
    try:
        _copy(master_fd, master_read, stdin_read)
    except (IOError, OSError):
        if restore:
            tty.tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, mode)
    os.close(master_fd)
