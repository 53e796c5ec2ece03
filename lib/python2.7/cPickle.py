"""pickle under the name of its faster version, which compiled code needs not."""

import pickle
from cStringIO import StringIO as _StringIO
from pickle import (PickleError, PicklingError, UnpicklingError, load, loads,
                    HIGHEST_PROTOCOL, format_version, compatible_formats)

__version__ = '1.71'


class UnpickleableError(PicklingError):
    def __str__(self):
        a = self.args
        return "Cannot pickle %s objects" % (type(a[0]) if a else '',)


class BadPickleGet(UnpicklingError):
    """A pickle asks for an object that it has not stored."""


class Pickler(pickle.Pickler):
    """Without a file it keeps what it writes, for getvalue()."""

    def __init__(self, file=None, protocol=0):
        if file is None or isinstance(file, (int, long)):
            protocol = file or protocol
            file = self._kept = _StringIO()
        pickle.Pickler.__init__(self, file, protocol)

    def dump(self, obj, clear=0):
        pickle.Pickler.dump(self, obj)
        return self

    def getvalue(self, clear=1):
        return self._kept.getvalue()


class Unpickler(pickle.Unpickler):

    def load_get(self):
        try:
            pickle.Unpickler.load_get(self)
        except KeyError, e:
            raise BadPickleGet(*e.args)

    def noload(self):
        """Go over a pickle without making its objects."""
        self.load()


def dump(obj, file, protocol=0):
    pickle.Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=0):
    return pickle.dumps(obj, protocol)
