"""Tools for the with statement."""

import sys
from functools import wraps
from warnings import warn

__all__ = ["contextmanager", "nested", "closing"]


class GeneratorContextManager(object):
    """Runs a generator up to its yield on entry, and past it on exit."""

    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        try:
            return self.gen.next()
        except StopIteration:
            raise RuntimeError("generator didn't yield")

    def __exit__(self, type, value, traceback):
        if type is None:
            try:
                self.gen.next()
            except StopIteration:
                return
            raise RuntimeError("generator didn't stop")
        if value is None:
            # Needed to tell the generator's own StopIteration from ours.
            value = type()
        try:
            self.gen.throw(type, value, traceback)
            raise RuntimeError("generator didn't stop after throw()")
        except StopIteration, exc:
            return exc is not value
        except:
            # The same exception coming out again is no new one: say so by
            # returning, and let the with statement raise it.
            if sys.exc_info()[1] is not value:
                raise


def contextmanager(func):
    """Make a factory of context managers from a generator with one yield."""

    @wraps(func)
    def helper(*args, **kwds):
        return GeneratorContextManager(func(*args, **kwds))

    return helper


@contextmanager
def nested(*managers):
    """Enter several context managers at once."""
    warn("With-statements now directly support multiple context managers",
         DeprecationWarning, 3)
    exits = []
    values = []
    exc = (None, None, None)
    try:
        for mgr in managers:
            leave = mgr.__exit__
            enter = mgr.__enter__
            values.append(enter())
            exits.append(leave)
        yield values
    except:
        exc = sys.exc_info()
    finally:
        while exits:
            leave = exits.pop()
            try:
                if leave(*exc):
                    exc = (None, None, None)
            except:
                exc = sys.exc_info()
        if exc != (None, None, None):
            raise exc[0], exc[1], exc[2]


class closing(object):
    """Calls close() on a thing when the with block is left."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()
