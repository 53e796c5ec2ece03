"""Starting processes by fork, and pickling what goes between them."""

import errno
import os
import signal
import sys
import time
from pickle import Pickler

__all__ = ['Popen', 'assert_spawning', 'exit', 'duplicate', 'close',
           'ForkingPickler']

exit = os._exit
duplicate = os.dup
close = os.close


def assert_spawning(obj):
    """Fails unless a process is being started."""
    if not Popen.thread_is_spawning():
        raise RuntimeError('%s objects should only be shared between '
                           'processes through inheritance'
                           % type(obj).__name__)


class ForkingPickler(Pickler):
    """A pickler that knows methods and partial()."""

    dispatch = Pickler.dispatch.copy()

    @classmethod
    def register(cls, type, reduce):
        """Has objects of a type pickled as reduce() says."""
        def dispatcher(self, obj):
            self.save_reduce(obj=obj, *reduce(obj))
        cls.dispatch[type] = dispatcher


def _reduce_method(m):
    owner = m.im_class if m.im_self is None else m.im_self
    return getattr, (owner, m.im_func.func_name)


def _reduce_method_descriptor(m):
    return getattr, (m.__objclass__, m.__name__)


def _rebuild_partial(func, args, keywords):
    import functools
    return functools.partial(func, *args, **keywords)


def _reduce_partial(p):
    return _rebuild_partial, (p.func, p.args, p.keywords or {})


def _register_all():
    import functools
    ForkingPickler.register(type(ForkingPickler.save), _reduce_method)
    ForkingPickler.register(type(list.append), _reduce_method_descriptor)
    ForkingPickler.register(type(int.__add__), _reduce_method_descriptor)
    ForkingPickler.register(functools.partial, _reduce_partial)


_register_all()


class Popen(object):
    """A forked process that runs the _bootstrap() of a Process."""

    def __init__(self, process_obj):
        sys.stdout.flush()
        sys.stderr.flush()
        self.returncode = None
        self.pid = os.fork()
        if self.pid == 0:
            code = process_obj._bootstrap()
            sys.stdout.flush()
            os._exit(code)

    def poll(self, flag=os.WNOHANG):
        """The exit code, None while the process runs."""
        while self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, flag)
            except OSError as e:
                if e.errno == errno.EINTR:
                    continue
                return None
            if pid != self.pid:
                return None
            if os.WIFSIGNALED(status):
                self.returncode = -os.WTERMSIG(status)
            else:
                self.returncode = os.WEXITSTATUS(status)
        return self.returncode

    def wait(self, timeout=None):
        """Waits for the end, or so many seconds."""
        if timeout is None:
            return self.poll(0)
        deadline = time.time() + timeout
        delay = 0.0005
        while True:
            result = self.poll()
            left = deadline - time.time()
            if result is not None or left <= 0:
                return result
            delay = min(delay * 2, left, 0.05)
            time.sleep(delay)

    def terminate(self):
        """Ends the process by SIGTERM."""
        if self.returncode is None:
            try:
                os.kill(self.pid, signal.SIGTERM)
            except OSError:
                if self.wait(timeout=0.1) is None:
                    raise

    @staticmethod
    def thread_is_spawning():
        """Forked processes inherit; nothing is pickled for them."""
        return False
