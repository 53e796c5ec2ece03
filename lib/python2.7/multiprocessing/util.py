"""What the modules of the package share: logging, finalizers, what is done
anew behind a fork."""

import atexit
import itertools
import os
import sys
import threading
import weakref

from multiprocessing.process import active_children, current_process

__all__ = ['sub_debug', 'debug', 'info', 'sub_warning', 'get_logger',
           'log_to_stderr', 'get_temp_dir', 'register_after_fork',
           'is_exiting', 'Finalize', 'ForkAwareThreadLock', 'ForkAwareLocal',
           'SUBDEBUG', 'SUBWARNING']

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING = 0, 5, 10, 20, 25

LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'

_logger = None
_log_to_stderr = False


def sub_debug(msg, *args):
    if _logger:
        _logger.log(SUBDEBUG, msg, *args)


def debug(msg, *args):
    if _logger:
        _logger.log(DEBUG, msg, *args)


def info(msg, *args):
    if _logger:
        _logger.log(INFO, msg, *args)


def sub_warning(msg, *args):
    if _logger:
        _logger.log(SUBWARNING, msg, *args)


def get_logger():
    """The logger of multiprocessing; made when it is first asked for."""
    global _logger
    if _logger is None:
        import logging
        logger = logging.getLogger(LOGGER_NAME)
        logger.propagate = 0
        logging.addLevelName(SUBDEBUG, 'SUBDEBUG')
        logging.addLevelName(SUBWARNING, 'SUBWARNING')
        _logger = logger
    return _logger


def log_to_stderr(level=None):
    """Has the logger write to stderr."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return _logger


def get_temp_dir():
    """A folder for this process and those that it starts; removed at the
    end."""
    process = current_process()
    if process._tempdir is None:
        import shutil
        import tempfile
        folder = tempfile.mkdtemp(prefix='pymp-')
        info('created temp directory %s', folder)
        Finalize(None, shutil.rmtree, args=[folder], exitpriority=-100)
        process._tempdir = folder
    return process._tempdir


# What is done behind a fork, in the child.

_afterfork_registry = weakref.WeakValueDictionary()
_afterfork_counter = itertools.count()


def _run_after_forkers():
    items = sorted(_afterfork_registry.items())
    for (index, ident, func), obj in items:
        try:
            func(obj)
        except Exception as e:
            info('after forker raised exception %s', e)


def register_after_fork(obj, func):
    """Has func(obj) called in processes that are started."""
    _afterfork_registry[(_afterfork_counter.next(), id(obj), func)] = obj


# Finalizers.

_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize(object):
    """Calls a function once: when an object is gone, or at the end of the
    process if there is an exitpriority."""

    def __init__(self, obj, callback, args=(), kwargs=None,
                 exitpriority=None):
        assert exitpriority is None or type(exitpriority) in (int, long)
        if obj is not None:
            self._weakref = weakref.ref(obj, self)
        else:
            assert exitpriority is not None
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, _finalizer_counter.next())
        self._pid = os.getpid()
        _finalizer_registry[self._key] = self

    def __call__(self, wr=None):
        """Calls the function unless that has been done or cancelled."""
        if _finalizer_registry.pop(self._key, None) is None:
            sub_debug('finalizer no longer registered')
            return None
        if self._pid != os.getpid():
            sub_debug('finalizer ignored because different process')
            result = None
        else:
            sub_debug('finalizer calling %s with args %s and kwargs %s',
                      self._callback, self._args, self._kwargs)
            result = self._callback(*self._args, **self._kwargs)
        self._forget()
        return result

    def _forget(self):
        self._weakref = self._callback = self._args = self._kwargs = None
        self._key = None

    def cancel(self):
        """The function will not be called."""
        if _finalizer_registry.pop(self._key, None) is not None:
            self._forget()

    def still_active(self):
        """Will the function be called?"""
        return self._key in _finalizer_registry

    def __repr__(self):
        try:
            obj = self._weakref()
        except (AttributeError, TypeError):
            obj = None
        if obj is None:
            return '<Finalize object, dead>'
        text = '<Finalize object, callback=%s' % getattr(
            self._callback, '__name__', self._callback)
        if self._args:
            text += ', args=' + str(self._args)
        if self._kwargs:
            text += ', kwargs=' + str(self._kwargs)
        if self._key[0] is not None:
            text += ', exitprority=' + str(self._key[0])
        return text + '>'


def _run_finalizers(minpriority=None):
    """Calls those with an exitpriority of at least so much, the highest and
    latest first."""
    if minpriority is None:
        def wanted(key):
            return key[0] is not None
    else:
        def wanted(key):
            return key[0] is not None and key[0] >= minpriority
    for key in sorted([k for k in list(_finalizer_registry) if wanted(k)],
                      reverse=True):
        finalizer = _finalizer_registry.get(key)
        if finalizer is None:
            continue
        sub_debug('calling %s', finalizer)
        try:
            finalizer()
        except Exception:
            import traceback
            traceback.print_exc()
    if minpriority is None:
        _finalizer_registry.clear()


_exiting = False


def is_exiting():
    """Is the process ending?"""
    return _exiting or _exiting is None


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    info('process shutting down')
    debug('running all "atexit" finalizers with priority >= 0')
    _run_finalizers(0)
    if current_process() is not None:
        for p in active_children():
            if p._daemonic:
                info('calling terminate() for daemon %s', p.name)
                p.terminate()
        for p in active_children():
            info('calling join() for process %s', p.name)
            p.join()
    debug('running the remaining "atexit" finalizers')
    _run_finalizers()


atexit.register(_exit_function)


class ForkAwareThreadLock(object):
    """A lock of threads that is free in a child."""

    def __init__(self):
        self._reset()
        register_after_fork(self, ForkAwareThreadLock._reset)

    def _reset(self):
        self._lock = threading.Lock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class ForkAwareLocal(threading.local):
    """Attributes of a thread that a child does not have."""

    def __init__(self):
        register_after_fork(self, _clear)

    def __reduce__(self):
        return type(self), ()


def _clear(local):
    local.__dict__.clear()


def _eintr_retry(func):
    """func, called again where a signal interrupts it."""
    import errno
    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        while True:
            try:
                return func(*args, **kwargs)
            except EnvironmentError as e:
                if e.errno != errno.EINTR:
                    raise
    return wrapped
