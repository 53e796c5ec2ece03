"""The interface of multiprocessing over threads."""

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support',
           'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition',
           'Event', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

import array
import sys
import threading
import weakref

from Queue import Queue
from threading import (BoundedSemaphore, Event, Lock, RLock, Semaphore,
                       _Condition)

from multiprocessing.dummy.connection import Pipe


class DummyProcess(threading.Thread):
    """A thread with the methods of a process."""

    def __init__(self, group=None, target=None, name=None, args=(),
                 kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._children = weakref.WeakKeyDictionary()
        self._start_called = False
        self._parent = current_process()

    def start(self):
        assert self._parent is current_process()
        self._start_called = True
        if hasattr(self._parent, '_children'):
            self._parent._children[self] = None
        threading.Thread.start(self)

    @property
    def exitcode(self):
        if self._start_called and not self.is_alive():
            return 0
        return None


class Condition(_Condition):
    notify_all = _Condition.notify_all.im_func


Process = DummyProcess
current_process = threading.current_thread
current_process()._children = weakref.WeakKeyDictionary()


def active_children():
    """The threads started here that run."""
    children = current_process()._children
    for p in list(children):
        if not p.is_alive():
            children.pop(p, None)
    return list(children)


def freeze_support():
    pass


class Namespace(object):
    """An object for any attributes."""

    def __init__(self, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted('%s=%r' % (name, value)
                       for name, value in self.__dict__.items()
                       if not name.startswith('_'))
        return 'Namespace(%s)' % ', '.join(items)


dict = dict
list = list


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


class Value(object):
    """A value that threads share."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return '<%r(%r, %r)>' % (type(self).__name__, self._typecode,
                                 self._value)


def Manager():
    """This module itself."""
    return sys.modules[__name__]


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


JoinableQueue = Queue
