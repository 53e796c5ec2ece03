"""Attributes of which each thread sees its own, for where thread has no _local.

Each thread object keeps the namespaces of its locals, so they go with it.
"""

__all__ = ["local"]

from threading import current_thread, enumerate as _threads, RLock


class _localbase(object):
    __slots__ = '_local__key', '_local__args', '_local__lock'

    def __new__(cls, *args, **kw):
        self = object.__new__(cls)
        key = '_local__key', 'thread.local.' + str(id(self))
        object.__setattr__(self, '_local__key', key)
        object.__setattr__(self, '_local__args', (args, kw))
        object.__setattr__(self, '_local__lock', RLock())
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        # What the making thread sees: __init__ runs for it as always.
        current_thread().__dict__[key] = {}
        return self


def _namespace(self):
    """The calling thread's attributes; __init__ runs once in each thread."""
    key = object.__getattribute__(self, '_local__key')
    threads_dict = current_thread().__dict__
    d = threads_dict.get(key)
    if d is None:
        d = threads_dict[key] = {}
        cls = type(self)
        if cls.__init__ is not object.__init__:
            args, kw = object.__getattribute__(self, '_local__args')
            cls.__init__(self, *args, **kw)
    return d


class local(_localbase):

    def __getattribute__(self, name):
        d = _namespace(self)
        if name == '__dict__':
            return d
        if name in d:
            for cls in type(self).__mro__:
                if name in cls.__dict__:
                    if not hasattr(type(cls.__dict__[name]), '__set__'):
                        break
                    return object.__getattribute__(self, name)
            return d[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError("%r object attribute '__dict__' is "
                                 "read-only" % self.__class__.__name__)
        _namespace(self)[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError("%r object attribute '__dict__' is "
                                 "read-only" % self.__class__.__name__)
        try:
            del _namespace(self)[name]
        except KeyError:
            raise AttributeError(name)

    def __del__(self):
        key = object.__getattribute__(self, '_local__key')
        try:
            for thread in list(_threads()):
                thread.__dict__.pop(key, None)
        except Exception:
            # The interpreter is being taken down.
            pass
