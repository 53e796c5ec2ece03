"""Processes like threads.  Here are processes that are started by fork;
threads with the same interface are in multiprocessing.dummy, and pools of
threads in multiprocessing.pool."""

import os

from multiprocessing.process import (Process, active_children,
                                     current_process)

__version__ = '0.70a1'

__all__ = ['Process', 'current_process', 'active_children', 'ProcessError',
           'BufferTooShort', 'TimeoutError', 'AuthenticationError',
           'cpu_count', 'freeze_support']


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
