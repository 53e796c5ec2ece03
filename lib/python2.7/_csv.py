"""The reader and writer of csv: one record after another, by a dialect."""

import _csvscan

__version__ = '1.0'
__all__ = ['Dialect', 'Error', 'QUOTE_ALL', 'QUOTE_MINIMAL', 'QUOTE_NONE',
           'QUOTE_NONNUMERIC', 'field_size_limit', 'get_dialect',
           'list_dialects', 'reader', 'register_dialect',
           'unregister_dialect', 'writer', '__doc__', '__version__']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}
_field_limit = 128 * 1024


class Error(Exception):
    pass


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


def field_size_limit(limit=_unset):
    """Set the longest field that readers accept; returns the old limit."""
    global _field_limit
    old = _field_limit
    if limit is not _unset:
        if not isinstance(limit, (int, long)):
            raise TypeError("limit must be an integer")
        _field_limit = int(limit)
    return old


# What the reader has just read.
(_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTED,
 _ESCAPE_IN_QUOTED, _QUOTE_IN_QUOTED, _EAT_CRNL) = range(8)


class _Reader(object):
    """Iterates over records, each made of one line of input or more."""

    def __init__(self, iterator, dialect):
        self._input = iter(iterator)
        self._dialect = dialect
        self._line_num = 0
        self._fields = []
        self._field = []
        self._state = _START_RECORD
        self._numeric = False
        # Are ordinary lines split in C?
        self._simple = (dialect.quoting != QUOTE_NONNUMERIC and
                        not dialect.skipinitialspace and
                        dialect.escapechar is None)
        self._quote = (dialect.quotechar
                       if dialect.quoting != QUOTE_NONE else None)

    @property
    def dialect(self):
        return self._dialect

    @property
    def line_num(self):
        # A long, as a C module gives it.
        return long(self._line_num)

    def __iter__(self):
        return self

    def next(self):
        self._fields = []
        self._field = []
        self._state = _START_RECORD
        self._numeric = False
        while True:
            try:
                line = next(self._input)
            except StopIteration:
                if self._field or self._state == _IN_QUOTED:
                    if self._dialect.strict:
                        raise Error("unexpected end of data")
                    self._save()
                    break
                raise
            if not isinstance(line, str):
                if not isinstance(line, unicode):
                    raise TypeError("expected string or Unicode object, %s "
                                    "found" % type(line).__name__)
                line = str(line)
            self._line_num += 1
            if self._state == _START_RECORD and self._split(line):
                break
            if '\0' in line:
                self._line(line[:line.index('\0')])
                raise Error("line contains NUL")
            self._line(line)
            self._end_of_line()
            if self._state == _START_RECORD:
                break
        fields = self._fields
        self._fields = []
        return fields

    def _split(self, line):
        """Do a line that holds nothing special; False if it does."""
        if not self._simple:
            return False
        dialect = self._dialect
        fields = _csvscan.split(line, dialect._delimiter, self._quote,
                                dialect._doublequote, _field_limit)
        if fields is None:
            return False
        self._fields = fields
        return True

    def _save(self):
        text = ''.join(self._field)
        self._field = []
        if self._numeric:
            self._numeric = False
            self._fields.append(float(text))
        else:
            self._fields.append(text)

    def _add(self, c):
        if len(self._field) >= _field_limit:
            raise Error("field larger than field limit (%d)" % _field_limit)
        self._field.append(c)

    def _end_of_line(self):
        """What a record's end means in each state."""
        state = self._state
        if state == _START_RECORD or state == _IN_QUOTED:
            return
        if state == _ESCAPED:
            self._add('\n')
            self._state = _IN_FIELD
        elif state == _ESCAPE_IN_QUOTED:
            self._add('\n')
            self._state = _IN_QUOTED
        else:
            if state != _EAT_CRNL:
                self._save()
            self._state = _START_RECORD

    def _line(self, line):
        dialect = self._dialect
        delimiter = dialect.delimiter
        escapechar = dialect.escapechar
        quotechar = dialect.quotechar
        quoting = dialect.quoting
        if quoting == QUOTE_NONE:
            quotechar = None
        for c in line:
            state = self._state
            if state == _START_RECORD:
                if c == '\n' or c == '\r':
                    self._state = _EAT_CRNL
                    continue
                state = _START_FIELD
            if state == _IN_FIELD:
                if c == '\n' or c == '\r':
                    self._save()
                    self._state = _EAT_CRNL
                elif c == escapechar:
                    self._state = _ESCAPED
                elif c == delimiter:
                    self._save()
                    self._state = _START_FIELD
                else:
                    self._add(c)
            elif state == _IN_QUOTED:
                if c == escapechar:
                    self._state = _ESCAPE_IN_QUOTED
                elif c == quotechar:
                    if dialect.doublequote:
                        self._state = _QUOTE_IN_QUOTED
                    else:
                        self._state = _IN_FIELD
                else:
                    self._add(c)
            elif state == _START_FIELD:
                if c == '\n' or c == '\r':
                    self._save()
                    self._state = _EAT_CRNL
                elif c == quotechar:
                    self._state = _IN_QUOTED
                elif c == escapechar:
                    self._state = _ESCAPED
                elif c == ' ' and dialect.skipinitialspace:
                    self._state = _START_FIELD
                elif c == delimiter:
                    self._save()
                    self._state = _START_FIELD
                else:
                    if quoting == QUOTE_NONNUMERIC:
                        self._numeric = True
                    self._add(c)
                    self._state = _IN_FIELD
            elif state == _QUOTE_IN_QUOTED:
                if c == quotechar:
                    self._add(c)
                    self._state = _IN_QUOTED
                elif c == delimiter:
                    self._save()
                    self._state = _START_FIELD
                elif c == '\n' or c == '\r':
                    self._save()
                    self._state = _EAT_CRNL
                elif not dialect.strict:
                    self._add(c)
                    self._state = _IN_FIELD
                else:
                    raise Error("'%c' expected after '%c'" %
                                (delimiter, quotechar))
            elif state == _ESCAPED:
                self._add(c)
                self._state = _IN_FIELD
            elif state == _ESCAPE_IN_QUOTED:
                self._add(c)
                self._state = _IN_QUOTED
            elif c != '\n' and c != '\r':
                raise Error("new-line character seen in unquoted field - do "
                            "you need to open the file in universal-newline "
                            "mode?")


class _Writer(object):

    def __init__(self, fileobj, dialect):
        write = getattr(fileobj, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self._dialect = dialect
        self._end = str(dialect.lineterminator)
        self._escaped = frozenset(
            [c for c in (dialect.delimiter, dialect.escapechar,
                         dialect.quotechar) if c is not None] +
            list(self._end))
        self._escaped_text = ''.join(self._escaped)

    @property
    def dialect(self):
        return self._dialect

    def writerow(self, row):
        """Write one record, made of any iterable of fields."""
        dialect = self._dialect
        if not isinstance(row, (list, tuple)) and \
                (isinstance(row, dict) or not hasattr(row, '__getitem__')):
            raise Error("sequence expected")
        fields = list(row)
        parts = []
        for field in fields:
            if dialect.quoting == QUOTE_NONNUMERIC:
                quoted = not _is_number(field)
            else:
                quoted = dialect.quoting == QUOTE_ALL
            if field is None:
                text = ''
            elif isinstance(field, str):
                text = field
            elif isinstance(field, float):
                text = repr(field)
            else:
                text = str(field)
            parts.append(self._format(text, quoted, len(fields) == 1))
        line = dialect.delimiter.join(parts) + self._end
        return self._write(line)

    def _format(self, text, quoted, alone):
        dialect = self._dialect
        if text == '':
            if alone:
                # Not an empty line, which would read as no field at all.
                if dialect.quoting == QUOTE_NONE:
                    raise Error("single empty field record must be quoted")
                quoted = True
        else:
            if _csvscan.contains(text, self._escaped_text):
                text, quoted = self._escape(text, quoted)
        if quoted:
            return dialect.quotechar + text + dialect.quotechar
        return text

    def _escape(self, text, quoted):
        """Make special characters plain; (text, whether to quote it)."""
        dialect = self._dialect
        quotechar = dialect.quotechar
        escapechar = dialect.escapechar
        out = []
        for c in text:
            if c in self._escaped:
                if dialect.quoting == QUOTE_NONE:
                    want_escape = True
                elif c == quotechar:
                    if dialect.doublequote:
                        out.append(c)
                        quoted = True
                        want_escape = False
                    else:
                        want_escape = True
                else:
                    quoted = True
                    want_escape = False
                if want_escape:
                    if escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(escapechar)
            out.append(c)
        return ''.join(out), quoted

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def _is_number(x):
    t = type(x)
    return t is int or t is float or t is long or t is bool or \
        t is complex or isinstance(x, (int, long, float, complex)) or \
        hasattr(x, '__float__')


_Reader.__name__ = 'reader'
_Writer.__name__ = 'writer'


def reader(iterable, dialect=None, **kwargs):
    """Iterate over records: reader(iterable, dialect='excel', settings)."""
    try:
        iterable = iter(iterable)
    except TypeError:
        raise TypeError("argument 1 must be an iterator")
    return _Reader(iterable, Dialect(dialect, **kwargs))


def writer(fileobj, dialect=None, **kwargs):
    """Write records: writer(file, dialect='excel', settings)."""
    return _Writer(fileobj, Dialect(dialect, **kwargs))
