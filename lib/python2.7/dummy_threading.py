"""Module threading on top of dummy_thread: everything runs one after another."""

from sys import modules as _modules

import dummy_thread

# threading is imported afresh while dummy_thread stands for thread; what was
# there before is put back.
_held = {}
for _name in ('thread', 'threading', '_threading_local'):
    if _name in _modules:
        _held[_name] = _modules.pop(_name)
_modules['thread'] = dummy_thread
try:
    import threading
    _modules['_dummy_threading'] = threading
    if '_threading_local' in _modules:
        _modules['_dummy__threading_local'] = _modules['_threading_local']
    from threading import *
    from threading import __all__
finally:
    for _name in ('thread', 'threading', '_threading_local'):
        _modules.pop(_name, None)
    _modules.update(_held)
    del _held, _name, _modules
