"""Threads as objects, and the locks they meet at.

Everything stands on thread.allocate_lock(); waits with a timeout sleep in the
_acquire_timed(seconds) of its locks.  thread._forget() ends the values that
a thread has of local objects.
"""

import thread
import sys as _sys
import warnings

from collections import deque as _deque
from time import time as _time
from itertools import count as _count
from traceback import format_exc as _format_exc

__all__ = ['activeCount', 'active_count', 'Condition', 'currentThread',
           'current_thread', 'enumerate', 'Event', 'Lock', 'RLock',
           'Semaphore', 'BoundedSemaphore', 'Thread', 'Timer', 'setprofile',
           'settrace', 'local', 'stack_size']

_start_new_thread = thread.start_new_thread
_allocate_lock = thread.allocate_lock
_get_ident = thread.get_ident
ThreadError = thread.error

_VERBOSE = False


class _Verbose(object):
    """Gives each class here a _note() that tells what happens, if asked to."""

    def __init__(self, verbose=None):
        self.__verbose = _VERBOSE if verbose is None else verbose

    def _note(self, format, *args):
        if self.__verbose:
            ident = _get_ident()
            thread = _active.get(ident)
            name = thread.name if thread else "<OS thread %d>" % ident
            _sys.stderr.write("%s: %s\n" % (name, format % args))


_profile_hook = None
_trace_hook = None


def setprofile(func):
    """Set a profile function for all threads that start from now on."""
    global _profile_hook
    _profile_hook = func


def settrace(func):
    """Set a trace function for all threads that start from now on."""
    global _trace_hook
    _trace_hook = func


Lock = _allocate_lock


def RLock(*args, **kwargs):
    """Make a lock that its owner can take several times."""
    return _RLock(*args, **kwargs)


class _RLock(_Verbose):

    def __init__(self, verbose=None):
        _Verbose.__init__(self, verbose)
        self.__block = _allocate_lock()
        self.__owner = None
        self.__count = 0

    def __repr__(self):
        owner = self.__owner
        try:
            owner = _active[owner].name
        except KeyError:
            pass
        return "<%s owner=%r count=%d>" % (self.__class__.__name__, owner,
                                           self.__count)

    def acquire(self, blocking=1):
        me = _get_ident()
        if self.__owner == me:
            self.__count += 1
            return 1
        rc = self.__block.acquire(blocking)
        if rc:
            self.__owner = me
            self.__count = 1
        return rc

    __enter__ = acquire

    def release(self):
        if self.__owner != _get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self.__count -= 1
        if not self.__count:
            self.__owner = None
            self.__block.release()

    def __exit__(self, t, v, tb):
        self.release()

    # For Condition.

    def _acquire_restore(self, count_owner):
        count, owner = count_owner
        self.__block.acquire()
        self.__count = count
        self.__owner = owner

    def _release_save(self):
        state = self.__count, self.__owner
        self.__count = 0
        self.__owner = None
        self.__block.release()
        return state

    def _is_owned(self):
        return self.__owner == _get_ident()


def Condition(*args, **kwargs):
    """Make a condition variable, on a given lock or on an RLock of its own."""
    return _Condition(*args, **kwargs)


class _Condition(_Verbose):
    """Each waiter waits for a lock of its own; notify() releases some."""

    def __init__(self, lock=None, verbose=None):
        _Verbose.__init__(self, verbose)
        if lock is None:
            lock = RLock()
        self.__lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        # Locks that can be taken several times know how to be given up.
        try:
            self._release_save = lock._release_save
        except AttributeError:
            pass
        try:
            self._acquire_restore = lock._acquire_restore
        except AttributeError:
            pass
        try:
            self._is_owned = lock._is_owned
        except AttributeError:
            pass
        self.__waiters = []

    def __enter__(self):
        return self.__lock.__enter__()

    def __exit__(self, *args):
        return self.__lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self.__lock, len(self.__waiters))

    def _release_save(self):
        self.__lock.release()

    def _acquire_restore(self, x):
        self.__lock.acquire()

    def _is_owned(self):
        # A plain lock does not tell who holds it; held is taken for ours.
        if self.__lock.acquire(0):
            self.__lock.release()
            return False
        return True

    def wait(self, timeout=None, balancing=True):
        """Give up the lock until notified, or for so many seconds."""
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _allocate_lock()
        waiter.acquire()
        self.__waiters.append(waiter)
        saved = self._release_save()
        gotit = False
        try:
            if timeout is None:
                waiter.acquire()
                gotit = True
            else:
                gotit = waiter._acquire_timed(timeout)
        finally:
            self._acquire_restore(saved)
            if not gotit:
                try:
                    self.__waiters.remove(waiter)
                except ValueError:
                    pass

    def notify(self, n=1):
        """Wake up to n of the threads that wait."""
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        if not self.__waiters:
            return
        waiters = self.__waiters[:n]
        for waiter in waiters:
            waiter.release()
            try:
                self.__waiters.remove(waiter)
            except ValueError:
                pass

    def notifyAll(self):
        """Wake all the threads that wait."""
        self.notify(len(self.__waiters))

    notify_all = notifyAll


def Semaphore(*args, **kwargs):
    """Make a counter that blocks where it would fall below zero."""
    return _Semaphore(*args, **kwargs)


class _Semaphore(_Verbose):

    def __init__(self, value=1, verbose=None):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        _Verbose.__init__(self, verbose)
        self.__cond = Condition(Lock())
        self.__value = value

    def acquire(self, blocking=1):
        with self.__cond:
            while self.__value == 0:
                if not blocking:
                    return False
                self.__cond.wait()
            self.__value -= 1
        return True

    __enter__ = acquire

    def release(self):
        with self.__cond:
            self.__value += 1
            self.__cond.notify()

    def __exit__(self, t, v, tb):
        self.release()


def BoundedSemaphore(*args, **kwargs):
    """Make a semaphore that may not rise above where it started."""
    return _BoundedSemaphore(*args, **kwargs)


class _BoundedSemaphore(_Semaphore):

    def __init__(self, value=1, verbose=None):
        _Semaphore.__init__(self, value, verbose)
        self._initial_value = value

    def release(self):
        with self._Semaphore__cond:
            if self._Semaphore__value >= self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._Semaphore__value += 1
            self._Semaphore__cond.notify()


def Event(*args, **kwargs):
    """Make a flag that threads can wait for."""
    return _Event(*args, **kwargs)


class _Event(_Verbose):

    def __init__(self, verbose=None):
        _Verbose.__init__(self, verbose)
        self.__cond = Condition(Lock())
        self.__flag = False

    def _reset_internal_locks(self):
        # After a fork.
        self.__cond.__init__(Lock())

    def isSet(self):
        return self.__flag

    is_set = isSet

    def set(self):
        with self.__cond:
            self.__flag = True
            self.__cond.notify_all()

    def clear(self):
        with self.__cond:
            self.__flag = False

    def wait(self, timeout=None):
        """Wait until the flag is set; returns the flag."""
        with self.__cond:
            if not self.__flag:
                self.__cond.wait(timeout)
            return self.__flag


_counter = _count().next
_counter()


def _newname(template="Thread-%d"):
    return template % _counter()


# Guards _active (ident -> thread) and _limbo (started, ident not yet known).
_active_limbo_lock = _allocate_lock()
_active = {}
_limbo = {}


class Thread(_Verbose):
    """A thread of control: runs a target, or run() of a derived class."""

    __initialized = False

    # At the end of the interpreter sys may be gone; the last thread still
    # has to report.
    __exc_info = _sys.exc_info
    __exc_clear = _sys.exc_clear

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs=None, verbose=None):
        assert group is None, "group argument must be None for now"
        _Verbose.__init__(self, verbose)
        if kwargs is None:
            kwargs = {}
        self.__target = target
        self.__name = str(name or _newname())
        self.__args = args
        self.__kwargs = kwargs
        self.__daemonic = self._set_daemon()
        self.__ident = None
        self.__started = Event()
        self.__stopped = False
        self.__block = Condition(Lock())
        self.__initialized = True
        self.__stderr = _sys.stderr

    def _reset_internal_locks(self):
        # After a fork.
        if hasattr(self, '_Thread__block'):
            self.__block.__init__()
        self.__started._reset_internal_locks()

    @property
    def _block(self):
        return self.__block

    def _set_daemon(self):
        return current_thread().daemon

    def __repr__(self):
        assert self.__initialized, "Thread.__init__() was not called"
        status = "initial"
        if self.__started.is_set():
            status = "started"
        if self.__stopped:
            status = "stopped"
        if self.__daemonic:
            status += " daemon"
        if self.__ident is not None:
            status += " %s" % self.__ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self.__name, status)

    def start(self):
        """Start the thread; once only."""
        if not self.__initialized:
            raise RuntimeError("thread.__init__() not called")
        if self.__started.is_set():
            raise RuntimeError("threads can only be started once")
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            ident = _start_new_thread(self.__bootstrap, ())
        except Exception:
            with _active_limbo_lock:
                del _limbo[self]
            raise
        self.__enter_active(ident)

    def __enter_active(self, ident):
        """Make it a thread that is alive: by itself or by who starts it,
        whoever comes first, so that neither waits for the other."""
        with _active_limbo_lock:
            if _limbo.pop(self, None) is not None:
                self.__ident = ident
                _active[ident] = self
                self.__started.set()

    def run(self):
        """What the thread does; by default it calls the target."""
        try:
            if self.__target:
                self.__target(*self.__args, **self.__kwargs)
        finally:
            # The arguments may hold the thread: break the cycle.
            del self.__target, self.__args, self.__kwargs

    def __bootstrap(self):
        try:
            self.__bootstrap_inner()
        except:
            # A daemon may find the modules taken down under it.
            if self.__daemonic and _sys is None:
                return
            raise

    def _set_ident(self):
        self.__ident = _get_ident()

    def __bootstrap_inner(self):
        try:
            self.__enter_active(_get_ident())
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                self.run()
            except SystemExit:
                pass
            except:
                self.__report()
            finally:
                self.__exc_clear()
                thread._forget()
        finally:
            with _active_limbo_lock:
                self.__stop()
                try:
                    # Not through __delete(): the lock is held.
                    del _active[_get_ident()]
                except:
                    pass

    def __report(self):
        """Print the exception that ended the thread."""
        if _sys and _sys.stderr is not None:
            print >> _sys.stderr, ("Exception in thread %s:\n%s" %
                                   (self.name, _format_exc()))
        elif self.__stderr is not None:
            exc_type, exc_value, exc_tb = self.__exc_info()
            try:
                print >> self.__stderr, (
                    "Exception in thread " + self.name +
                    " (most likely raised during interpreter shutdown):")
                print >> self.__stderr, "Traceback (most recent call last):"
                while exc_tb:
                    frame = exc_tb.tb_frame
                    print >> self.__stderr, (
                        '  File "%s", line %s, in %s' %
                        (frame.f_code.co_filename, exc_tb.tb_lineno,
                         frame.f_code.co_name))
                    exc_tb = exc_tb.tb_next
                print >> self.__stderr, "%s: %s" % (exc_type, exc_value)
            finally:
                del exc_type, exc_value, exc_tb

    def __stop(self):
        # A thread that was never constructed has nobody waiting for it.
        if not hasattr(self, '_Thread__block'):
            return
        self.__block.acquire()
        self.__stopped = True
        self.__block.notify_all()
        self.__block.release()

    def __delete(self):
        """Forget the current thread."""
        try:
            with _active_limbo_lock:
                del _active[_get_ident()]
        except KeyError:
            if 'dummy_threading' not in _sys.modules:
                raise

    def join(self, timeout=None):
        """Wait until the thread ends, or for so many seconds."""
        if not self.__initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self.__started.is_set():
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        self.__block.acquire()
        try:
            if timeout is None:
                while not self.__stopped:
                    self.__block.wait()
            else:
                deadline = _time() + timeout
                while not self.__stopped:
                    delay = deadline - _time()
                    if delay <= 0:
                        break
                    self.__block.wait(delay, False)
        finally:
            self.__block.release()

    @property
    def name(self):
        assert self.__initialized, "Thread.__init__() not called"
        return self.__name

    @name.setter
    def name(self, name):
        assert self.__initialized, "Thread.__init__() not called"
        self.__name = str(name)

    @property
    def ident(self):
        assert self.__initialized, "Thread.__init__() not called"
        return self.__ident

    def isAlive(self):
        assert self.__initialized, "Thread.__init__() not called"
        return self.__started.is_set() and not self.__stopped

    is_alive = isAlive

    @property
    def daemon(self):
        assert self.__initialized, "Thread.__init__() not called"
        return self.__daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self.__initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self.__started.is_set():
            raise RuntimeError("cannot set daemon status of active thread")
        self.__daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


def Timer(*args, **kwargs):
    """Make a thread that calls a function after so many seconds."""
    return _Timer(*args, **kwargs)


class _Timer(Thread):

    def __init__(self, interval, function, args=[], kwargs={}):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.finished = Event()

    def cancel(self):
        """Stop the timer if it has not yet gone off."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):

    def __init__(self):
        Thread.__init__(self, name="MainThread")
        self._Thread__started.set()
        self._set_ident()
        with _active_limbo_lock:
            _active[_get_ident()] = self

    def _set_daemon(self):
        return False

    def _exitfunc(self):
        """Wait for all threads that are no daemons, then forget the main one."""
        self._Thread__stop()
        t = _pickSomeNonDaemonThread()
        while t:
            t.join()
            t = _pickSomeNonDaemonThread()
        self._Thread__delete()


def _pickSomeNonDaemonThread():
    for t in enumerate():
        if not t.daemon and t.is_alive():
            return t
    return None


class _DummyThread(Thread):
    """Stands for a thread that was not started by this module."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"))
        # Nobody can join it, so the lock only costs.
        del self._Thread__block
        self._Thread__started.set()
        self._set_ident()
        with _active_limbo_lock:
            _active[_get_ident()] = self

    def _set_daemon(self):
        return True

    def join(self, timeout=None):
        assert False, "cannot join a dummy thread"


def currentThread():
    """The thread that calls."""
    try:
        return _active[_get_ident()]
    except KeyError:
        return _DummyThread()


current_thread = currentThread


def activeCount():
    """How many threads are alive."""
    with _active_limbo_lock:
        return len(_active) + len(_limbo)


active_count = activeCount


def _enumerate():
    # Without the lock, for use where it is held.
    return _active.values() + _limbo.values()


def enumerate():
    """List all threads that are alive."""
    with _active_limbo_lock:
        return _active.values() + _limbo.values()


from thread import stack_size

# The runtime calls this when the main program is done.
_shutdown = _MainThread()._exitfunc

try:
    from thread import _local as local
except ImportError:
    from _threading_local import local


def _after_fork():
    """Only the thread that forked lives on in the child."""
    global _active_limbo_lock
    _active_limbo_lock = _allocate_lock()
    current = current_thread()
    alive = {}
    with _active_limbo_lock:
        for t in _enumerate():
            if hasattr(t, '_reset_internal_locks'):
                t._reset_internal_locks()
            if t is current:
                ident = _get_ident()
                t._Thread__ident = ident
                alive[ident] = t
            else:
                t._Thread__stop()
        _limbo.clear()
        _active.clear()
        _active.update(alive)
        assert len(_active) == 1
