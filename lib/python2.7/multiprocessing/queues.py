"""Queues between processes: pipes with locks."""

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']

import atexit
import collections
import os
import threading
import time
import weakref
from Queue import Empty, Full

from multiprocessing.connection import Pipe
from multiprocessing.synchronize import (SEM_VALUE_MAX, BoundedSemaphore,
                                         Condition, Lock, Semaphore)


class Queue(object):
    """A queue: what is put goes through a thread, so that put() does not
    wait for a full pipe."""

    def __init__(self, maxsize=0):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock = Lock()
        self._wlock = Lock()
        self._sem = BoundedSemaphore(maxsize)
        self._start_anew()

    def _start_anew(self):
        self._opid = os.getpid()
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = collections.deque()
        self._thread = None
        self._closed = False
        self._cancelled = False
        _queues.add(self)

    def _check_process(self):
        # The thread did not come along through a fork.
        if self._opid != os.getpid():
            self._start_anew()

    def put(self, obj, block=True, timeout=None):
        self._check_process()
        assert not self._closed
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            if self._thread is None:
                self._thread = threading.Thread(target=self._feed,
                                                name='QueueFeederThread')
                self._thread.daemon = True
                self._thread.start()
            self._buffer.append((obj,))
            self._notempty.notify()

    def _feed(self):
        while True:
            with self._notempty:
                while not self._buffer:
                    if self._closed:
                        return
                    self._notempty.wait()
                item = self._buffer.popleft()
            try:
                with self._wlock:
                    self._writer.send(item[0])
            except Exception:
                import traceback
                traceback.print_exc()

    def get(self, block=True, timeout=None):
        self._check_process()
        if block and timeout is None:
            with self._rlock:
                obj = self._reader.recv()
            self._sem.release()
            return obj
        end = time.time() + (timeout or 0 if block else 0)
        if not self._rlock.acquire(block, timeout):
            raise Empty
        try:
            left = max(0, end - time.time()) if block else 0
            if not self._reader.poll(left):
                raise Empty
            obj = self._reader.recv()
            self._sem.release()
            return obj
        finally:
            self._rlock.release()

    def qsize(self):
        return self._maxsize - self._sem._semlock._get_value()

    def empty(self):
        return not self._reader.poll()

    def full(self):
        return self._sem._semlock._is_zero()

    def get_nowait(self):
        return self.get(False)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def close(self):
        """Nothing more is put by this process."""
        with self._notempty:
            self._closed = True
            self._notempty.notify()

    def join_thread(self):
        """Waits until all that was put is in the pipe."""
        assert self._closed
        if self._thread is not None and self._opid == os.getpid() and \
                not self._cancelled:
            self._thread.join()

    def cancel_join_thread(self):
        self._cancelled = True


_queues = weakref.WeakSet()


def _flush_queues():
    """At the end of a process what was put is still sent."""
    for q in list(_queues):
        if q._opid == os.getpid() and q._thread is not None:
            q.close()
            q.join_thread()


atexit.register(_flush_queues)


class JoinableQueue(Queue):
    """A queue that knows when all of its items are done with."""

    def __init__(self, maxsize=0):
        Queue.__init__(self, maxsize)
        self._unfinished = Semaphore(0)
        self._cond = Condition()

    def put(self, obj, block=True, timeout=None):
        with self._cond:
            self._unfinished.release()
        try:
            Queue.put(self, obj, block, timeout)
        except Full:
            self._unfinished.acquire(False)
            raise

    def task_done(self):
        with self._cond:
            if not self._unfinished.acquire(False):
                raise ValueError('task_done() called too many times')
            if self._unfinished._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        with self._cond:
            while not self._unfinished._semlock._is_zero():
                self._cond.wait()


class SimpleQueue(object):
    """A pipe with locks."""

    def __init__(self):
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock = Lock()
        self._wlock = Lock()

    def empty(self):
        return not self._reader.poll()

    def get(self):
        with self._rlock:
            return self._reader.recv()

    def put(self, obj):
        with self._wlock:
            self._writer.send(obj)
