"""Functions to call when the program ends."""

__all__ = ["register"]

import sys

_exithandlers = []


def _run_exitfuncs():
    """Call them, the last registered first; the last exception is raised."""
    exc_info = None
    while _exithandlers:
        func, targs, kargs = _exithandlers.pop()
        try:
            func(*targs, **kargs)
        except SystemExit:
            exc_info = sys.exc_info()
        except:
            import traceback
            print >> sys.stderr, "Error in atexit._run_exitfuncs:"
            traceback.print_exc()
            exc_info = sys.exc_info()
    if exc_info is not None:
        raise exc_info[0], exc_info[1], exc_info[2]


def register(func, *targs, **kargs):
    """Have func(*targs, **kargs) called at the end; returns func."""
    _exithandlers.append((func, targs, kargs))
    return func


if hasattr(sys, "exitfunc"):
    # Somebody set it before us: it is one of ours now.
    register(sys.exitfunc)
sys.exitfunc = _run_exitfuncs
