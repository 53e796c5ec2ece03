"""Module threading on top of dummy_thread: everything runs one after another.

_dummy_threading is threading's file, compiled as a module of its own: both may
be in a program, in any order.
"""

from sys import modules as _modules

import dummy_thread

_held = _modules.get('thread')
_modules['thread'] = dummy_thread
try:
    import _dummy_threading
    from _dummy_threading import *
    from _dummy_threading import __all__
finally:
    if _held is None:
        del _modules['thread']
    else:
        _modules['thread'] = _held
    del _held, _modules
