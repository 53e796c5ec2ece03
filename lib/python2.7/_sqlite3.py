"""Connections, cursors and rows of SQLite databases."""

import _frames
import gc
import thread
import weakref
import _sqlite3_native as _native
from _sqlite3_native import Row, complete_statement, sqlite_version

_frames.hide(globals())
version = '2.6.0'

PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2
SQLITE_OK = 0
SQLITE_DENY = 1
SQLITE_IGNORE = 2

for _i, _name in enumerate(
        'CREATE_INDEX CREATE_TABLE CREATE_TEMP_INDEX CREATE_TEMP_TABLE '
        'CREATE_TEMP_TRIGGER CREATE_TEMP_VIEW CREATE_TRIGGER CREATE_VIEW '
        'DELETE DROP_INDEX DROP_TABLE DROP_TEMP_INDEX DROP_TEMP_TABLE '
        'DROP_TEMP_TRIGGER DROP_TEMP_VIEW DROP_TRIGGER DROP_VIEW INSERT '
        'PRAGMA READ SELECT TRANSACTION UPDATE ATTACH DETACH ALTER_TABLE '
        'REINDEX ANALYZE'.split()):
    globals()['SQLITE_' + _name] = _i + 1
del _i, _name


class Warning(StandardError):
    __module__ = 'sqlite3'


class Error(StandardError):
    __module__ = 'sqlite3'


class InterfaceError(Error):
    __module__ = 'sqlite3'


class DatabaseError(Error):
    __module__ = 'sqlite3'


class InternalError(DatabaseError):
    __module__ = 'sqlite3'


class OperationalError(DatabaseError):
    __module__ = 'sqlite3'


class ProgrammingError(DatabaseError):
    __module__ = 'sqlite3'


class IntegrityError(DatabaseError):
    __module__ = 'sqlite3'


class DataError(DatabaseError):
    __module__ = 'sqlite3'


class NotSupportedError(DatabaseError):
    __module__ = 'sqlite3'


_ERRORS = {-1: ProgrammingError, 2: InternalError, 12: InternalError,
           11: DatabaseError, 18: DataError, 19: IntegrityError,
           20: IntegrityError, 21: ProgrammingError}
for _code in 1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17:
    _ERRORS[_code] = OperationalError
del _code


def _class_of_error(code):
    return _ERRORS.get(code, DatabaseError)


# Adapters and converters.

class PrepareProtocol(object):
    __module__ = 'sqlite3'


adapters = {}
converters = {}


def register_adapter(type, caster):
    """Has values of a type stored as what caster makes of them."""
    adapters[type, PrepareProtocol] = caster


def register_converter(name, converter):
    """Has columns of a declared type shown as what converter makes."""
    if not isinstance(name, str):
        raise TypeError('must be string, not %s' % type(name).__name__)
    converters[name.upper()] = converter


def adapt(obj, proto=PrepareProtocol, alternate=None):
    """obj as a type that SQLite knows."""
    caster = adapters.get((type(obj), proto))
    if caster is not None:
        return caster(obj)
    for owner, value in (proto, obj), (obj, proto):
        method = getattr(owner, '__adapt__' if owner is proto
                         else '__conform__', None)
        if method is not None:
            try:
                result = method(value)
            except TypeError:
                continue
            if result is not None:
                return result
    if alternate is not None:
        return alternate
    raise ProgrammingError("can't adapt")


def enable_callback_tracebacks(flag):
    """Has errors of callbacks printed or not."""
    _native.show_errors(flag)


def enable_shared_cache(enable):
    """Has connections share a cache or not."""
    if not isinstance(enable, (int, long)):
        raise TypeError('an integer is required')
    if _native.enable_shared_cache(enable):
        raise OperationalError('Changing the shared_cache flag failed')


class OptimizedUnicode(object):
    """As a text factory: str for ASCII, unicode for other texts."""


# Statements.

def _first_word(sql):
    """The first word of a statement, without comments before it."""
    at = 0
    while at < len(sql):
        c = sql[at]
        if c in ' \t\r\n':
            at += 1
        elif sql.startswith('--', at):
            end = sql.find('\n', at)
            if end < 0:
                return ''
            at = end + 1
        elif sql.startswith('/*', at):
            end = sql.find('*/', at + 2)
            if end < 0:
                return ''
            at = end + 2
        else:
            break
    end = at
    while end < len(sql) and sql[end].isalpha():
        end += 1
    return sql[at:end].lower()


def _is_empty(sql):
    """Nothing but space and comments?"""
    while True:
        sql = sql.lstrip(' \t\r\n;')
        if sql.startswith('--'):
            sql = sql.partition('\n')[2]
        elif sql.startswith('/*'):
            sql = sql.partition('*/')[2]
        else:
            return not sql


_CHANGES = ('insert', 'update', 'delete', 'replace')
_NATIVE_TYPES = frozenset([int, long, float, str, unicode, buffer,
                           type(None)])


_adapters_seen = [0, False]


def _plain_adapted():
    """Is there an adapter of a type that SQLite knows?"""
    if _adapters_seen[0] != len(adapters):
        _adapters_seen[1] = any(kind in _NATIVE_TYPES for kind, _ in adapters)
        _adapters_seen[0] = len(adapters)
    return _adapters_seen[1]


class Statement(object):
    """A compiled statement; used by one cursor at a time."""

    __module__ = 'sqlite3'

    def __init__(self, connection, sql):
        if isinstance(sql, unicode):
            sql = sql.encode('utf-8')
        if '\0' in sql:
            raise ValueError('the query contains a null character')
        self.sql = sql
        self.word = _first_word(sql)
        self.stmt, rest = connection._db.prepare(sql)
        if not _is_empty(rest):
            if self.stmt is not None:
                self.stmt.finalize()
            raise Warning('You can only execute one statement at a time.')
        self.parameters = (self.stmt.parameters() if self.stmt is not None
                           else ())
        self.names = self.description = None
        self.in_use = False
        self.owner = None

    def start(self, cursor):
        self.in_use = True
        self.owner = weakref.ref(cursor)

    def reset(self):
        if self.in_use:
            self.in_use = False
            if self.stmt is not None:
                self.stmt.reset()

    def bind(self, parameters, eight_bit):
        needed = len(self.parameters)
        if isinstance(parameters, (tuple, list)) or \
                not isinstance(parameters, dict) and \
                hasattr(type(parameters), '__getitem__') and \
                hasattr(type(parameters), '__len__') and \
                not hasattr(type(parameters), '__missing__'):
            if len(parameters) != needed:
                raise ProgrammingError(
                    'Incorrect number of bindings supplied. The current '
                    'statement uses %d, and there are %d supplied.'
                    % (needed, len(parameters)))
            for i in xrange(needed):
                self._bind_one(i, parameters[i], str(i), eight_bit)
            return
        if isinstance(parameters, dict) or hasattr(type(parameters),
                                                   '__getitem__'):
            for i, name in enumerate(self.parameters):
                if name is None:
                    raise ProgrammingError(
                        'Binding %d has no name, but you supplied a '
                        'dictionary (which has only names).' % (i + 1))
                name = name[1:]
                try:
                    value = parameters[name]
                except LookupError:
                    raise ProgrammingError('You did not supply a value for '
                                           'binding %d.' % (i + 1))
                self._bind_one(i, value, ':' + name, eight_bit)
            return
        raise ValueError('parameters are of unsupported type')

    def _bind_one(self, i, value, label, eight_bit):
        kind = type(value)
        if kind not in _NATIVE_TYPES or (kind, PrepareProtocol) in adapters:
            value = adapt(value, PrepareProtocol, value)
        if isinstance(value, str) and eight_bit:
            try:
                value.decode('ascii')
            except UnicodeDecodeError:
                raise ProgrammingError(
                    'You must not use 8-bit bytestrings unless you use a '
                    'text_factory that can interpret 8-bit bytestrings (like '
                    'text_factory = str). It is highly recommended that you '
                    'instead just switch your application to Unicode '
                    'strings.')
        code = self.stmt.bind(i + 1, value)
        if code:
            raise InterfaceError('Error binding parameter %s - probably '
                                 'unsupported type.' % label)


def _run_plain(statement, parameters, eight_bit):
    """Executes once with values that need no adapter: is there a row?  None
    where they do, or a lock is in the way."""
    if statement.stmt is None or _plain_adapted():
        return None
    try:
        return statement.stmt.run(parameters, eight_bit)
    except OperationalError as e:
        if 'locked' not in str(e):
            raise
        return None


class Cursor(object):
    """Executes statements and gives their rows."""

    __module__ = 'sqlite3'

    def __init__(self, connection):
        if not isinstance(connection, Connection):
            raise TypeError('argument 1 must be sqlite3.Connection, not %s'
                            % type(connection).__name__)
        self.connection = connection
        self.description = None
        self.lastrowid = None
        self.arraysize = 1
        self.rowcount = -1L
        self.row_factory = None
        self._statement = self._converters = None
        self._next = None
        self._closed = self._locked = self._reset = False
        connection._check_thread()
        connection._cursors.append(weakref.ref(self))

    def _check(self):
        try:
            connection = self.connection
        except AttributeError:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        if self._closed:
            raise ProgrammingError('Cannot operate on a closed cursor.')
        if self._locked:
            raise ProgrammingError('Recursive use of cursors not allowed.')
        connection._check()

    def _drop_statement(self):
        if self._statement is not None:
            self._statement.reset()
            self._statement = None

    def execute(self, sql, parameters=()):
        """Executes a statement."""
        if not isinstance(sql, basestring):
            raise ValueError('operation parameter must be str or unicode')
        return self._execute(sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters):
        """Executes a statement with each of the parameters."""
        if not isinstance(sql, basestring):
            raise ValueError('operation parameter must be str or unicode')
        rows = seq_of_parameters
        if hasattr(rows, 'next'):
            rows = iter(rows.next, self)
        return self._execute(sql, rows, True)

    def _execute(self, sql, rows, many):
        self._check()
        self._locked = True
        try:
            return self._execute_locked(sql, rows, many)
        finally:
            self._locked = False

    def _execute_locked(self, sql, rows, many):
        self._reset = False
        self._next = None
        self._drop_statement()
        connection = self.connection
        self.description = None
        self.rowcount = -1L
        statement = connection._statement(sql)
        word = statement.word
        connection._check_open()
        if connection._isolation_level is not None:
            if word in _CHANGES:
                if not connection._in_transaction():
                    connection._begin()
            elif word == 'select':
                if many:
                    raise ProgrammingError('You cannot execute SELECT '
                                           'statements in executemany().')
            elif word and connection._in_transaction():
                # Other statements end the transaction.
                connection.commit()
        self._statement = statement
        statement.start(self)
        connection._note_busy(statement)
        total = 0
        eight_bit = connection.text_factory in (unicode, OptimizedUnicode)
        try:
            for parameters in rows:
                more = _run_plain(statement, parameters, eight_bit)
                if more is None:
                    more = self._run(statement, parameters, eight_bit)
                total += self._note_run(statement, word, many, more)
        except:
            self._drop_statement()
            raise
        if word in _CHANGES:
            self.rowcount = long(total)
        return self

    def _run(self, statement, parameters, eight_bit):
        """Executes once; is there a row?"""
        stmt = statement.stmt
        if stmt is None:
            if parameters:
                raise ProgrammingError(
                    'Incorrect number of bindings supplied. The current '
                    'statement uses 0, and there are %d supplied.'
                    % len(parameters))
            return None
        stmt.reset()
        statement.bind(parameters, eight_bit)
        return self.connection._step(stmt, statement)

    def _note_run(self, statement, word, many, more):
        """What the cursor says after a run; how many rows were changed."""
        if more is None:
            return 0
        stmt = statement.stmt
        if more or not many:
            names = stmt.columns()
            if names:
                self._describe(statement, names)
        changed = 0
        if word in _CHANGES:
            state = self.connection._db.state()
            changed = state[0]
            if not many:
                self.lastrowid = (state[2] if word in ('insert', 'replace')
                                  else None)
        elif not many:
            self.lastrowid = None
        if more:
            if many:
                raise ProgrammingError('executemany() can only execute DML '
                                       'statements.')
            self._next = self._fetch()
        else:
            statement.reset()
            statement.in_use = False
        return changed

    def _describe(self, statement, names):
        if statement.names != names:
            statement.names = names
            statement.description = tuple([
                (name.split(' [')[0] if ' [' in name else name,
                 None, None, None, None, None, None) for name in names])
        self.description = statement.description
        self._converters = self._find_converters(statement.stmt, names)

    def _find_converters(self, stmt, names):
        detect = self.connection._detect_types
        if not detect:
            return None
        result = []
        types = stmt.types()
        for name, kind in zip(names, types):
            found = None
            if detect & PARSE_COLNAMES and '[' in name:
                inner = name[name.index('[') + 1:].partition(']')[0]
                found = converters.get(inner.upper())
            if found is None and detect & PARSE_DECLTYPES and kind:
                for i, c in enumerate(kind):
                    if c in ' (':
                        kind = kind[:i]
                        break
                found = converters.get(kind.upper())
            result.append(found)
        return tuple(result)

    def _fetch(self):
        factory = self.connection.text_factory
        locked = self._locked
        self._locked = True
        try:
            return self._statement.stmt.row(
                None if factory is OptimizedUnicode else factory,
                self._converters)
        finally:
            self._locked = locked

    def executescript(self, script):
        """Executes several statements; commits first."""
        if isinstance(script, unicode):
            script = script.encode('utf-8')
        elif not isinstance(script, str):
            raise ValueError('script argument must be unicode or string.')
        if '\0' in script:
            raise ValueError('embedded null character')
        self._check()
        self._reset = False
        self.connection.commit()
        while script.strip():
            stmt, script = self.connection._db.prepare(script)
            if stmt is not None:
                while self.connection._step(stmt, None):
                    pass
                stmt.finalize()
        return self

    def __iter__(self):
        return self

    def next(self):
        self._check()
        if self._reset:
            raise InterfaceError('Cursor needed to be reset because of '
                                 "commit/rollback and can no longer be "
                                 'fetched from.')
        row = self._next
        if row is None:
            self._drop_statement()
            raise StopIteration
        self._next = None
        statement = self._statement
        if statement is not None:
            try:
                text = self.connection.text_factory
                if self._converters is None and (text is unicode or
                                                 text is str):
                    more = statement.stmt.next_row(text, None)
                elif statement.stmt.step():
                    more = self._fetch()
                else:
                    more = None
                self._next = more
                if more is None:
                    self._drop_statement()
            except:
                self._drop_statement()
                raise
        factory = self.row_factory
        if factory is None:
            return row
        return factory(self, row)

    def fetchone(self):
        """The next row, None at the end."""
        try:
            return self.next()
        except StopIteration:
            return None

    def fetchmany(self, size=None):
        """At most so many rows."""
        if size is None:
            size = self.arraysize
        rows = []
        while len(rows) < size:
            row = self.fetchone()
            if row is None:
                break
            rows.append(row)
        return rows

    def fetchall(self):
        """All rows that are left."""
        return list(self)

    def close(self):
        """The cursor cannot be used any more."""
        try:
            connection = self.connection
        except AttributeError:
            raise ProgrammingError('Base Cursor.__init__ not called.')
        connection._check()
        self._drop_statement()
        self._closed = True

    def setinputsizes(self, sizes):
        pass

    def setoutputsize(self, size, column=None):
        pass


_native.rows_of(Cursor)


class Connection(object):
    """A connection to a database."""

    __module__ = 'sqlite3'

    Warning = Warning
    Error = Error
    InterfaceError = InterfaceError
    DatabaseError = DatabaseError
    InternalError = InternalError
    OperationalError = OperationalError
    ProgrammingError = ProgrammingError
    IntegrityError = IntegrityError
    DataError = DataError
    NotSupportedError = NotSupportedError

    def __init__(self, database, timeout=5.0, detect_types=0,
                 isolation_level='', check_same_thread=True, factory=None,
                 cached_statements=100):
        if isinstance(database, unicode):
            database = database.encode('utf-8')
        elif not isinstance(database, str):
            raise TypeError('database argument must be string or APSW '
                            'Connection object')
        self._db = None
        self._thread = thread.get_ident()
        self._check_same_thread = check_same_thread
        self._detect_types = detect_types
        self._cache = {}
        self._cache_size = max(cached_statements, 5)
        self._cursors = []  # weak references
        self._many_cursors = 200
        self._busy = []     # statements that may be in use
        self._many_busy = 50
        self._isolation_level = None
        self.row_factory = None
        self.text_factory = unicode
        self._db = _native.open(database, _class_of_error)
        self.isolation_level = isolation_level
        self._db.busy_timeout(int(timeout * 1000))
        self._handlers = {}

    def _check_thread(self):
        try:
            same = self._check_same_thread
        except AttributeError:
            raise ProgrammingError('Base Connection.__init__ not called.')
        if same:
            here = thread.get_ident()
            if here != self._thread:
                raise ProgrammingError(
                    'SQLite objects created in a thread can only be used in '
                    'that same thread.The object was created in thread id '
                    '%d and this is thread id %d' % (self._thread, here))

    def _check_open(self):
        try:
            if self._db is not None:
                return
        except AttributeError:
            raise ProgrammingError('Base Connection.__init__ not called.')
        raise ProgrammingError('Cannot operate on a closed database.')

    def _check(self):
        self._check_thread()
        self._check_open()

    def _in_transaction(self):
        return not self._db.state()[3]

    def _statement(self, sql):
        found = self._cache.get(sql)
        if found is not None and not found.in_use:
            return found
        statement = Statement(self, sql)
        if found is None:
            if len(self._cache) >= self._cache_size:
                self._cache.clear()
            self._cache[sql] = statement
        return statement

    def _note_busy(self, statement):
        if len(self._busy) > self._many_busy:
            self._busy = [s for s in self._busy if s.in_use]
            self._many_busy = 2 * len(self._busy) + 50
        self._busy.append(statement)

    def _step(self, stmt, statement):
        """stmt.step().  A cursor that nobody has any more is found by the
        collector, at some time; until then its statement holds a lock."""
        try:
            return stmt.step()
        except OperationalError as e:
            if 'locked' not in str(e):
                raise
        gc.collect()
        for other in self._busy:
            if other is not statement and other.in_use and \
                    other.owner() is None:
                other.reset()
        return stmt.step()

    def __call__(self, *args):
        self._check()
        if len(args) != 1:
            raise TypeError('function takes exactly 1 argument (%d given)'
                            % len(args))
        sql = args[0]
        if not isinstance(sql, basestring):
            raise Warning('SQL is of wrong type. Must be string or unicode.')
        return self._statement(sql)

    @property
    def isolation_level(self):
        self._check_open()
        return self._isolation_level

    @isolation_level.setter
    def isolation_level(self, level):
        if level is None:
            self._isolation_level = None
            if self._db is not None and self._in_transaction():
                self.commit()
            return
        if not isinstance(level, basestring):
            raise TypeError('isolation_level must be a string or None')
        self._isolation_level = str(level)

    @isolation_level.deleter
    def isolation_level(self):
        raise AttributeError('cannot delete attribute')

    @property
    def total_changes(self):
        self._check_open()
        return self._db.state()[1]

    def _simple(self, sql):
        stmt, rest = self._db.prepare(sql)
        try:
            self._step(stmt, None)
        finally:
            stmt.finalize()

    def _begin(self):
        self._simple('BEGIN ' + self._isolation_level)

    def _reset_cursors(self, forget):
        for reference in self._cursors:
            cursor = reference()
            if cursor is not None and cursor._statement is not None:
                cursor._statement.reset()
                if forget:
                    cursor._reset = True

    def cursor(self, factory=Cursor):
        """A new cursor."""
        self._check()
        cursor = factory(self)
        if not issubclass(type(cursor), Cursor):
            raise TypeError('factory must return a cursor, not %s'
                            % type(cursor).__name__)
        if len(self._cursors) > self._many_cursors:
            self._cursors = [r for r in self._cursors if r() is not None]
            # Until the collector runs all are alive: not each time anew.
            self._many_cursors = 2 * len(self._cursors) + 200
        if self.row_factory is not None:
            cursor.row_factory = self.row_factory
        return cursor

    def commit(self):
        """Ends the transaction."""
        self._check()
        if self._in_transaction():
            self._simple('COMMIT')

    def rollback(self):
        """Takes the transaction back."""
        self._check()
        if self._in_transaction():
            self._reset_cursors(True)
            self._simple('ROLLBACK')

    def close(self):
        """Closes the database."""
        self._check_thread()
        for statement in self._cache.values():
            if statement.stmt is not None:
                statement.stmt.finalize()
        for statement in self._busy:
            if statement.stmt is not None:
                statement.stmt.finalize()
        self._cache = {}
        self._busy = []
        if self._db is not None:
            self._db.close()
            self._db = None

    def execute(self, sql, *parameters):
        return self.cursor().execute(sql, *parameters)

    def executemany(self, sql, *parameters):
        return self.cursor().executemany(sql, *parameters)

    def executescript(self, script):
        return self.cursor().executescript(script)

    def create_function(self, name, narg, func):
        """Has SQL call func by a name."""
        self._check()
        hash(func)
        self._db.create_function(name, narg, func)

    def create_aggregate(self, name, n_arg, aggregate_class):
        """Has SQL call a class with step() and finalize() by a name."""
        self._check()
        hash(aggregate_class)
        self._db.create_aggregate(name, n_arg, aggregate_class)

    def create_collation(self, name, callable):
        """Has SQL order texts by callable."""
        self._check()
        upper = str.upper(name)
        for c in upper:
            if not (c.isalnum() or c == '_'):
                raise ProgrammingError('invalid character in collation name')
        if callable is not None and not hasattr(callable, '__call__'):
            raise TypeError('parameter must be callable')
        self._db.create_collation(upper, callable)

    def set_authorizer(self, authorizer_callback):
        """Has each access allowed by a function."""
        self._check()
        hash(authorizer_callback)
        self._db.set_authorizer(authorizer_callback)

    def set_progress_handler(self, progress_handler, n):
        """Has a function called every n steps."""
        self._check()
        hash(progress_handler)
        self._db.set_progress_handler(progress_handler, n)

    def interrupt(self):
        """Ends what other threads execute."""
        self._check_open()
        self._db.interrupt()

    def iterdump(self):
        """The database as SQL text."""
        self._check()
        from sqlite3.dump import _iterdump
        return _iterdump(self)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None and value is None and tb is None:
            self.commit()
        else:
            self.rollback()
        return False


def connect(database, *args, **kwargs):
    """Opens a database."""
    factory = kwargs.get('factory')
    if factory is None:
        factory = args[4] if len(args) > 4 else Connection
    return factory(database, *args, **kwargs)


Cache = Statement
