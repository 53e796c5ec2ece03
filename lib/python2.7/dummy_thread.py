"""What module thread offers, without threads: they run when started."""

__all__ = ['error', 'start_new_thread', 'exit', 'get_ident', 'allocate_lock',
           'interrupt_main', 'LockType']

import traceback as _traceback
from time import sleep as _sleep


class error(Exception):
    pass


_interrupt = False
_main = True


def start_new_thread(function, args, kwargs={}):
    """Call the function here and now; what it raises is printed only."""
    global _main, _interrupt
    if type(args) != type(tuple()):
        raise TypeError("2nd arg must be a tuple")
    if type(kwargs) != type(dict()):
        raise TypeError("3rd arg must be a dict")
    _main = False
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except:
        _traceback.print_exc()
    _main = True
    if _interrupt:
        _interrupt = False
        raise KeyboardInterrupt


def exit():
    raise SystemExit


def get_ident():
    return -1


def _forget():
    """A thread ends; its values of local objects are those of the main one."""


def allocate_lock():
    return LockType()


def stack_size(size=None):
    if size is not None:
        raise error("setting thread stack size not supported")
    return 0


class _local(object):
    """All attributes are the only thread's."""


class LockType(object):
    """A lock that only remembers whether it is held."""

    def __init__(self):
        self.locked_status = False

    def acquire(self, waitflag=None):
        if waitflag is None or waitflag:
            self.locked_status = True
            return True
        if self.locked_status:
            return False
        self.locked_status = True
        return True

    def _acquire_timed(self, seconds):
        # Nobody else can release it meanwhile.
        if self.locked_status and seconds > 0:
            _sleep(seconds)
        return self.acquire(False)

    __enter__ = acquire

    def __exit__(self, typ, val, tb):
        self.release()

    def release(self):
        if not self.locked_status:
            raise error
        self.locked_status = False
        return True

    def locked(self):
        return self.locked_status


def interrupt_main():
    """Raise KeyboardInterrupt in the main 'thread'."""
    global _interrupt
    if _main:
        raise KeyboardInterrupt
    _interrupt = True
