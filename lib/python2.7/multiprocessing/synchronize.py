"""Locks, semaphores, conditions and events between processes."""

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition',
           'Event']

import threading
import time
import _multiprocessing
from multiprocessing.process import current_process

RECURSIVE_MUTEX, SEMAPHORE = 0, 1
SEM_VALUE_MAX = _multiprocessing.SEM_VALUE_MAX


class SemLock(object):
    """A semaphore that forked processes share."""

    def __init__(self, kind, value, maxvalue):
        self._semlock = _multiprocessing.SemLock(kind, value, maxvalue)
        self.acquire = self._semlock.acquire
        self.release = self._semlock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __reduce__(self):
        raise RuntimeError('%s objects should only be shared between '
                           'processes through inheritance'
                           % type(self).__name__)

    def _holder(self):
        """Who holds the lock, for repr()."""
        if self._semlock._is_mine():
            name = current_process().name
            if threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            return name
        if self._semlock._get_value() == 1:
            return 'None'
        if self._semlock._count() > 0:
            return 'SomeOtherThread'
        return 'SomeOtherProcess'


class Semaphore(SemLock):

    def __init__(self, value=1):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX)

    def get_value(self):
        return self._semlock._get_value()

    def __repr__(self):
        return '<Semaphore(value=%s)>' % self._semlock._get_value()


class BoundedSemaphore(Semaphore):

    def __init__(self, value=1):
        SemLock.__init__(self, SEMAPHORE, value, value)

    def __repr__(self):
        return '<BoundedSemaphore(value=%s, maxvalue=%s)>' % (
            self._semlock._get_value(), self._semlock.maxvalue)


class Lock(SemLock):

    def __init__(self):
        SemLock.__init__(self, SEMAPHORE, 1, 1)

    def __repr__(self):
        return '<Lock(owner=%s)>' % self._holder()


class RLock(SemLock):

    def __init__(self):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1)

    def __repr__(self):
        name = self._holder()
        count = self._semlock._count()
        if name.startswith('SomeOther'):
            count = 'nonzero'
        elif name == 'None':
            count = 0
        return '<RLock(%s, %s)>' % (name, count)


class Condition(object):
    """Waiting for what another process tells."""

    def __init__(self, lock=None):
        self._lock = lock or RLock()
        self._sleeping_count = Semaphore(0)
        self._woken_count = Semaphore(0)
        self._wait_semaphore = Semaphore(0)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        waiting = self._sleeping_count.get_value() - self._woken_count.get_value()
        return '<Condition(%s, %s)>' % (self._lock, waiting)

    def wait(self, timeout=None):
        """Waits until notified, or the seconds are over."""
        assert self._lock._semlock._is_mine(), \
            'must acquire() condition before using wait()'
        self._sleeping_count.release()
        count = self._lock._semlock._count()
        for i in xrange(count):
            self._lock.release()
        try:
            self._wait_semaphore.acquire(True, timeout)
        finally:
            self._woken_count.release()
            for i in xrange(count):
                self._lock.acquire()

    def _forget_late(self):
        """Those that gave up waiting are not counted any more."""
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)

    def notify(self):
        """Wakes one that waits."""
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        self._forget_late()
        if self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            self._woken_count.acquire()
            self._wait_semaphore.acquire(False)

    def notify_all(self):
        """Wakes all that wait."""
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        self._forget_late()
        sleepers = 0
        while self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        for i in xrange(sleepers):
            self._woken_count.acquire()
        while self._wait_semaphore.acquire(False):
            pass


class Event(object):
    """A flag that processes wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = Semaphore(0)

    def is_set(self):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False

    def set(self):
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if self._flag.acquire(False):
                self._flag.release()
            else:
                self._cond.wait(timeout)
            if self._flag.acquire(False):
                self._flag.release()
                return True
            return False
