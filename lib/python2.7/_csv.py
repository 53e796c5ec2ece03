"""The reader and writer of csv: one record after another, by a dialect."""

import _csv_native
import _frames
from _csv_native import Error, field_size_limit

__version__ = '1.0'
__all__ = ['Dialect', 'Error', 'QUOTE_ALL', 'QUOTE_MINIMAL', 'QUOTE_NONE',
           'QUOTE_NONNUMERIC', 'field_size_limit', 'get_dialect',
           'list_dialects', 'reader', 'register_dialect',
           'unregister_dialect', 'writer', '__doc__', '__version__']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}
_frames.hide(globals())


def _char(name, value, default):
    if value is _unset:
        return default
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError('"%s" must be string, not %.200s' %
                        (name, type(value).__name__))
    if len(value) > 1:
        raise TypeError('"%s" must be an 1-character string' % name)
    if not value:
        return None
    if value == '\0':
        return None
    return value


_unset = object()


def _readonly(self, *value):
    raise TypeError("readonly attribute")


class Dialect(object):
    """The checked settings of a reader or writer; they cannot be changed."""

    __slots__ = ('_delimiter', '_doublequote', '_escapechar',
                 '_lineterminator', '_quotechar', '_quoting',
                 '_skipinitialspace', '_strict')

    def __new__(cls, dialect=None, **kwargs):
        if isinstance(dialect, basestring):
            dialect = get_dialect(dialect)
        if dialect is not None and not kwargs and \
                isinstance(dialect, Dialect) and type(dialect) is cls:
            return dialect
        self = object.__new__(cls)

        def setting(name):
            if name in kwargs:
                return kwargs.pop(name)
            if dialect is not None:
                return getattr(dialect, name, _unset)
            return _unset

        delimiter = setting('delimiter')
        doublequote = setting('doublequote')
        escapechar = setting('escapechar')
        lineterminator = setting('lineterminator')
        quotechar = setting('quotechar')
        quoting = setting('quoting')
        skipinitialspace = setting('skipinitialspace')
        strict = setting('strict')
        if kwargs:
            raise TypeError("'%s' is an invalid keyword argument for this "
                            "function" % kwargs.keys()[0])
        self._delimiter = _char('delimiter', delimiter, ',')
        self._doublequote = 1 if doublequote is _unset \
            else int(bool(doublequote))
        self._escapechar = _char('escapechar', escapechar, None)
        if lineterminator is _unset:
            lineterminator = '\r\n'
        elif lineterminator is not None and \
                not isinstance(lineterminator, basestring):
            raise TypeError('"lineterminator" must be a string')
        self._lineterminator = lineterminator
        self._quotechar = _char('quotechar', quotechar, '"')
        if quoting is _unset:
            # Without a quote character there is nothing to quote with.
            if quotechar is None:
                quoting = QUOTE_NONE
            else:
                quoting = QUOTE_MINIMAL
        elif not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer')
        self._quoting = quoting
        self._skipinitialspace = 0 if skipinitialspace is _unset \
            else int(bool(skipinitialspace))
        self._strict = 0 if strict is _unset else int(bool(strict))
        if not 0 <= quoting <= QUOTE_NONE:
            raise TypeError('bad "quoting" value')
        if self._delimiter is None:
            raise TypeError('"delimiter" must be an 1-character string')
        if quoting != QUOTE_NONE and self._quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        if lineterminator is None:
            raise TypeError("lineterminator must be set")
        return self

    def delimiter(self):
        return self._delimiter

    delimiter = property(delimiter, _readonly, _readonly)

    def doublequote(self):
        return self._doublequote

    doublequote = property(doublequote, _readonly, _readonly)

    @property
    def escapechar(self):
        return self._escapechar

    @property
    def lineterminator(self):
        return self._lineterminator

    @property
    def quotechar(self):
        return self._quotechar

    @property
    def quoting(self):
        return self._quoting

    def skipinitialspace(self):
        return self._skipinitialspace

    skipinitialspace = property(skipinitialspace, _readonly, _readonly)

    def strict(self):
        return self._strict

    strict = property(strict, _readonly, _readonly)


def register_dialect(name, dialect=None, **kwargs):
    """Give a dialect a name."""
    if not isinstance(name, basestring):
        raise TypeError("dialect name must be a string or unicode")
    _dialects[name] = Dialect(dialect, **kwargs)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except KeyError:
        raise Error("unknown dialect")


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error("unknown dialect")


def list_dialects():
    return list(_dialects)


def reader(iterable, dialect=None, **kwargs):
    """Iterate over records: reader(iterable, dialect='excel', settings)."""
    try:
        iterable = iter(iterable)
    except TypeError:
        raise TypeError("argument 1 must be an iterator")
    return _csv_native.reader(iterable, Dialect(dialect, **kwargs))


def writer(fileobj, dialect=None, **kwargs):
    """Write records: writer(file, dialect='excel', settings)."""
    write = getattr(fileobj, 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _csv_native.writer(write, Dialect(dialect, **kwargs))
