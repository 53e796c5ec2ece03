"""Processes that are started by fork."""

__all__ = ['Process', 'current_process', 'active_children']

import errno
import itertools
import os
import signal
import sys
import time


def current_process():
    """The object of this process."""
    return _current_process


def active_children():
    """The children that run; those that have ended are collected."""
    _cleanup()
    return list(_current_process._children)


def _cleanup():
    for p in list(_current_process._children):
        if p._poll() is not None:
            _current_process._children.discard(p)


class Process(object):
    """A process that calls run(), or target(*args, **kwargs)."""

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs={}):
        assert group is None, 'group argument must be None for now'
        count = _current_process._counter.next()
        self._identity = _current_process._identity + (count,)
        self._daemonic = _current_process._daemonic
        self._authkey = _current_process._authkey
        self._tempdir = _current_process._tempdir
        self._parent_pid = os.getpid()
        self._pid = None
        self._status = None
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + '-' + ':'.join(
            str(i) for i in self._identity)

    def run(self):
        """What the process does; may be overridden."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Starts the process."""
        assert self._pid is None, 'cannot start a process twice'
        assert self._parent_pid == os.getpid(), \
            'can only start a process object created by current process'
        assert not _current_process._daemonic, \
            'daemonic processes are not allowed to have children'
        _cleanup()
        sys.stdout.flush()
        sys.stderr.flush()
        pid = os.fork()
        if pid == 0:
            os._exit(self._bootstrap())
        self._pid = pid
        _current_process._children.add(self)

    def _bootstrap(self):
        """Runs in the child; the exit code."""
        global _current_process
        _current_process = self
        self._children = set()
        self._counter = itertools.count(1)
        util = sys.modules.get('multiprocessing.util')
        try:
            if util is not None:
                util._finalizer_registry.clear()
                util._run_after_forkers()
                util.info('child process calling self.run()')
            try:
                self.run()
                code = 0
            finally:
                if util is not None:
                    util._exit_function()
        except SystemExit as e:
            if not e.args or e.args[0] is None:
                code = 0
            elif isinstance(e.args[0], int):
                code = e.args[0]
            else:
                sys.stderr.write(str(e.args[0]) + '\n')
                code = 1
        except:
            import traceback
            sys.stderr.write('Process %s:\n' % self.name)
            traceback.print_exc()
            code = 1
        queues = sys.modules.get('multiprocessing.queues')
        if queues is not None:
            queues._flush_queues()
        sys.stdout.flush()
        sys.stderr.flush()
        return code

    def _poll(self, flag=os.WNOHANG):
        """The exit code, None while the process runs."""
        while self._status is None:
            try:
                pid, status = os.waitpid(self._pid, flag)
            except OSError as e:
                if e.errno == errno.EINTR:
                    continue
                return None
            if pid != self._pid:
                return None
            if os.WIFSIGNALED(status):
                self._status = -os.WTERMSIG(status)
            else:
                self._status = os.WEXITSTATUS(status)
        return self._status

    def terminate(self):
        """Ends the process by SIGTERM."""
        if self._status is None:
            os.kill(self._pid, signal.SIGTERM)

    def join(self, timeout=None):
        """Waits until the process ends, or the seconds are over."""
        assert self._parent_pid == os.getpid(), 'can only join a child process'
        assert self._pid is not None, 'can only join a started process'
        if timeout is None:
            result = self._poll(0)
        else:
            deadline = time.time() + timeout
            delay = 0.0005
            result = self._poll()
            while result is None:
                left = deadline - time.time()
                if left <= 0:
                    break
                delay = min(delay * 2, left, 0.05)
                time.sleep(delay)
                result = self._poll()
        if result is not None:
            _current_process._children.discard(self)

    def is_alive(self):
        """Does the process run?"""
        if self is _current_process:
            return True
        assert self._parent_pid == os.getpid(), 'can only test a child process'
        if self._pid is None:
            return False
        return self._poll() is None

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, basestring), 'name must be a string'
        self._name = name

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        assert self._pid is None, 'process has already started'
        self._daemonic = daemonic

    @property
    def authkey(self):
        return self._authkey

    @authkey.setter
    def authkey(self, authkey):
        self._authkey = AuthenticationString(authkey)

    @property
    def exitcode(self):
        if self is _current_process or self._pid is None:
            return self._status
        return self._poll()

    @property
    def ident(self):
        if self is _current_process:
            return os.getpid()
        return self._pid

    pid = ident

    def __repr__(self):
        if self is _current_process:
            status = 'started'
        elif self._parent_pid != os.getpid():
            status = 'unknown'
        elif self._pid is None:
            status = 'initial'
        elif self._poll() is not None:
            status = 'stopped'
        else:
            status = 'started'
        if status == 'stopped' and self._status:
            if self._status < 0:
                status = 'stopped[%s]' % _signal_name(-self._status)
            else:
                status = 'stopped[%d]' % self._status
        return '<%s(%s, %s%s)>' % (type(self).__name__, self._name, status,
                                   self._daemonic and ' daemon' or '')


class AuthenticationString(bytes):
    """A key that is not pickled, lest it be sent to others."""

    def __reduce__(self):
        raise TypeError('Pickling an AuthenticationString object is '
                        'disallowed for security reasons')


def _signal_name(number):
    for name in dir(signal):
        if name[:3] == 'SIG' and '_' not in name and \
                getattr(signal, name) == number:
            return name
    return str(number)


class _MainProcess(Process):

    def __init__(self):
        self._identity = ()
        self._daemonic = False
        self._name = 'MainProcess'
        self._authkey = AuthenticationString(os.urandom(32))
        self._tempdir = None
        self._parent_pid = None
        self._pid = None
        self._status = None
        self._counter = itertools.count(1)
        self._children = set()


_current_process = _MainProcess()
del _MainProcess


def _end_children():
    """At the end: daemons are ended, the others are waited for."""
    children = list(_current_process._children)
    for p in children:
        if p._daemonic and p._parent_pid == os.getpid():
            try:
                p.terminate()
            except OSError:
                pass
    for p in children:
        if p._parent_pid == os.getpid():
            p.join()


import atexit
atexit.register(_end_children)
