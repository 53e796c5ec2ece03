"""Processes like threads, started by fork, and what they share; threads with
the same interface are in multiprocessing.dummy."""

import os

from multiprocessing.process import (Process, active_children,
                                     current_process)

__version__ = '0.70a1'

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support',
           'Manager', 'Pipe', 'cpu_count', 'log_to_stderr', 'get_logger',
           'allow_connection_pickling', 'BufferTooShort', 'TimeoutError',
           'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition',
           'Event', 'Queue', 'JoinableQueue', 'Pool', 'Value', 'Array',
           'RawValue', 'RawArray', 'SUBDEBUG', 'SUBWARNING']

SUBDEBUG = 5
SUBWARNING = 25


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


def cpu_count():
    """The number of processors."""
    try:
        n = os.sysconf('SC_NPROCESSORS_ONLN')
    except (ValueError, OSError, AttributeError):
        n = 0
    if n < 1:
        raise NotImplementedError('cannot determine number of cpus')
    return n


def freeze_support():
    """Nothing to be done where processes are forked."""


def Manager():
    """A manager, started: objects that processes share live in it."""
    from multiprocessing.managers import SyncManager
    m = SyncManager()
    m.start()
    return m


def get_logger():
    """The logger of multiprocessing."""
    from multiprocessing.util import get_logger
    return get_logger()


def log_to_stderr(level=None):
    """Has the logger write to stderr."""
    from multiprocessing.util import log_to_stderr
    return log_to_stderr(level)


def allow_connection_pickling():
    """Has connections and sockets sent between processes."""
    import multiprocessing.reduction


def Pipe(duplex=True):
    """Two connections; what one sends the other receives."""
    from multiprocessing.connection import Pipe
    return Pipe(duplex)


def Lock():
    from multiprocessing.synchronize import Lock
    return Lock()


def RLock():
    from multiprocessing.synchronize import RLock
    return RLock()


def Semaphore(value=1):
    from multiprocessing.synchronize import Semaphore
    return Semaphore(value)


def BoundedSemaphore(value=1):
    from multiprocessing.synchronize import BoundedSemaphore
    return BoundedSemaphore(value)


def Condition(lock=None):
    from multiprocessing.synchronize import Condition
    return Condition(lock)


def Event():
    from multiprocessing.synchronize import Event
    return Event()


def Queue(maxsize=0):
    """A queue between processes."""
    from multiprocessing.queues import Queue
    return Queue(maxsize)


def JoinableQueue(maxsize=0):
    """A queue that knows when all of its items are done with."""
    from multiprocessing.queues import JoinableQueue
    return JoinableQueue(maxsize)


def Pool(processes=None, initializer=None, initargs=(),
         maxtasksperchild=None):
    """Processes that call functions for others."""
    from multiprocessing.pool import Pool
    return Pool(processes, initializer, initargs, maxtasksperchild)


def RawValue(typecode_or_type, *args):
    """A value in memory that processes share."""
    from multiprocessing.sharedctypes import RawValue
    return RawValue(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    """An array in memory that processes share."""
    from multiprocessing.sharedctypes import RawArray
    return RawArray(typecode_or_type, size_or_initializer)


def Value(typecode_or_type, *args, **kwds):
    """A shared value with a lock."""
    from multiprocessing.sharedctypes import Value
    return Value(typecode_or_type, *args, **kwds)


def Array(typecode_or_type, size_or_initializer, **kwds):
    """A shared array with a lock."""
    from multiprocessing.sharedctypes import Array
    return Array(typecode_or_type, size_or_initializer, **kwds)
