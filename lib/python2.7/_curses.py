"""Windows and terminals: libncursesw, called through ctypes.

A method checks its arguments as CPython's does, calls the function of the
library and raises error where that returns ERR or NULL.
"""
import sys

from ctypes import (CDLL, POINTER, Structure, byref, c_bool, c_char_p, c_int,
                    c_long, c_short, c_uint, c_void_p, create_string_buffer)

version = '2.2'
__version__ = '2.2'


class error(Exception):
    pass


def _load():
    for name in ('libncursesw.so.6', 'libncursesw.so.5', 'libncursesw.so'):
        try:
            return CDLL(name)
        except OSError:
            pass
    raise ImportError('libncursesw is not installed')


_lib = _load()

ERR = -1
OK = 0

A_NORMAL = 0
A_CHARTEXT = 0xff
A_COLOR = 0xff00
A_ATTRIBUTES = 0xffffff00
(A_STANDOUT, A_UNDERLINE, A_REVERSE, A_BLINK, A_DIM, A_BOLD, A_ALTCHARSET,
 A_INVIS, A_PROTECT, A_HORIZONTAL, A_LEFT, A_LOW, A_RIGHT, A_TOP,
 A_VERTICAL) = [1 << bit for bit in range(16, 31)]

(COLOR_BLACK, COLOR_RED, COLOR_GREEN, COLOR_YELLOW, COLOR_BLUE, COLOR_MAGENTA,
 COLOR_CYAN, COLOR_WHITE) = range(8)

# Five events for each of four buttons.
_EVENTS = ('RELEASED', 'PRESSED', 'CLICKED', 'DOUBLE_CLICKED',
           'TRIPLE_CLICKED')
BUTTON_CTRL = 1 << 25
BUTTON_SHIFT = 1 << 26
BUTTON_ALT = 1 << 27
REPORT_MOUSE_POSITION = 1 << 28
ALL_MOUSE_EVENTS = REPORT_MOUSE_POSITION - 1

KEY_MIN = 0x101
KEY_MAX = 0x1ff

# The characters that stand for lines and symbols in acs_map.
_ACS = {
    'ULCORNER': 'l', 'LLCORNER': 'm', 'URCORNER': 'k', 'LRCORNER': 'j',
    'LTEE': 't', 'RTEE': 'u', 'BTEE': 'v', 'TTEE': 'w', 'HLINE': 'q',
    'VLINE': 'x', 'PLUS': 'n', 'S1': 'o', 'S9': 's', 'DIAMOND': '`',
    'CKBOARD': 'a', 'DEGREE': 'f', 'PLMINUS': 'g', 'BULLET': '~',
    'LARROW': ',', 'RARROW': '+', 'DARROW': '.', 'UARROW': '-',
    'BOARD': 'h', 'LANTERN': 'i', 'BLOCK': '0', 'S3': 'p', 'S7': 'r',
    'LEQUAL': 'y', 'GEQUAL': 'z', 'PI': '{', 'NEQUAL': '|', 'STERLING': '}',
    'BSSB': 'l', 'SSBB': 'm', 'BBSS': 'k', 'SBBS': 'j', 'SBSS': 'u',
    'SSSB': 't', 'SSBS': 'v', 'BSSS': 'w', 'BSBS': 'q', 'SBSB': 'x',
    'SSSS': 'n'}

_state = {'setupterm': False, 'initscr': False, 'color': False}


class _MouseEvent(Structure):
    _fields_ = [('id', c_short), ('x', c_int), ('y', c_int), ('z', c_int),
                ('bstate', c_uint)]


for _name in ('initscr', 'newwin', 'newpad', 'derwin', 'subwin', 'subpad',
              'getwin'):
    getattr(_lib, _name).restype = c_void_p
for _name in ('keyname', 'longname', 'termname', 'unctrl', 'tparm'):
    getattr(_lib, _name).restype = c_char_p
for _name in ('has_colors', 'can_change_color', 'has_ic', 'has_il',
              'isendwin', 'is_wintouched', 'is_linetouched', 'is_pad',
              'is_leaveok', 'is_term_resized', 'wenclose'):
    getattr(_lib, _name).restype = c_bool
for _name in ('winch', 'mvwinch', 'getbkgd', 'termattrs', 'mousemask'):
    getattr(_lib, _name).restype = c_uint
for _name in ('killchar', 'erasechar'):
    getattr(_lib, _name).restype = c_int
for _name in ('wsyncup', 'wsyncdown', 'wcursyncup', 'idcok', 'immedok',
              'wtimeout', 'use_env', 'noqiflush', 'qiflush', 'filter'):
    getattr(_lib, _name).restype = None
_lib.tigetstr.restype = c_void_p
_lib.unctrl.argtypes = [c_uint]


def _check(code, name):
    if code == ERR:
        raise error(name + '() returned ERR')


def _need(what):
    if not _state['setupterm']:
        raise error('must call (at least) setupterm() first')
    if what != 'setupterm' and not _state['initscr']:
        raise error('must call initscr() first')
    if what == 'color' and not _state['color']:
        raise error('must call start_color() first')


def _int(value):
    if isinstance(value, (int, long)):
        return int(value)
    if isinstance(value, float):
        raise TypeError('integer argument expected, got float')
    raise TypeError('an integer is required')


def _chtype(value, message):
    """A cell: a number, or a string of one character."""
    if isinstance(value, (int, long)):
        return value & 0xffffffff
    if isinstance(value, str) and len(value) == 1:
        return ord(value)
    raise TypeError(message)


def _key(value):
    """The same, or the first character of a string."""
    if isinstance(value, str) and value:
        value = value[0]
    return _chtype(value, 'argument must be a ch or an int')


def _text(value, message='str'):
    if isinstance(value, unicode):
        value = value.encode()
    if not isinstance(value, str) or '\0' in value:
        raise TypeError(message)
    return value


def _short(value):
    value = _int(value)
    if not -32768 <= value <= 32767:
        raise OverflowError('signed short integer is %s than %s' % (
            ('greater', 'maximum') if value > 0 else ('less', 'minimum')))
    return value


def _count(args, low, high, message):
    if not low <= len(args) <= high:
        raise TypeError(message)


class window(object):
    """A part of the screen that text is written to."""

    __module__ = '_curses'
    __slots__ = ('_win', '__weakref__')

    def __new__(cls, *args):
        raise TypeError("cannot create '_curses.curses window' instances")

    def __del__(self):
        if self._win.value != _state.get('stdscr'):
            _lib.delwin(self._win)

    def _move(self, args):
        """The cursor to y and x, which lead args; the rest of args."""
        _check(_lib.wmove(self._win, _int(args[0]), _int(args[1])), 'wmove')
        return args[2:]

    def _cell(self, name, args):
        """For addch and insch: ([y, x,] ch [, attr]); ch with attr."""
        _count(args, 1, 4, '%s requires 1 to 4 arguments' % name)
        attr = 0
        if len(args) in (2, 4):
            attr = _int(args[-1])
            args = args[:-1]
        ch = _chtype(args[-1], 'argument 1 or 3 must be a ch or an int')
        if len(args) == 3:
            self._move(args)
        return ch | attr

    def _string(self, name, args, counted):
        """For addstr and its kin: ([y, x,] str [, n] [, attr])."""
        extra = 1 if counted else 0
        _count(args, 1 + extra, 4 + extra,
               '%s requires %d to %d arguments' % (name, 1 + extra, 4 + extra))
        place = args[:2] if len(args) >= 3 + extra else ()
        rest = args[len(place):]
        text = _text(rest[0])
        n = _int(rest[1]) if counted else -1
        old = None
        if len(rest) == 2 + extra:
            attr = _int(rest[1 + extra])
            old = self._attributes()
            _lib.wattrset(self._win, c_uint(attr))
        if place:
            code = _lib.wmove(self._win, _int(place[0]), _int(place[1]))
        else:
            code = OK
        if code != ERR:
            code = getattr(_lib, _STRINGS[name])(self._win, text, n)
        if old is not None:
            _lib.wattrset(self._win, c_uint(old))
        _check(code, name)

    def _attributes(self):
        return _lib.getattrs(self._win)

    def _line(self, name, call, args):
        """For hline and vline: ([y, x,] ch, n [, attr])."""
        _count(args, 2, 5, '%s requires 2 to 5 arguments' % name)
        place = args[:2] if len(args) >= 4 else ()
        rest = args[len(place):]
        attr = _int(rest[2]) if len(rest) == 3 else 0
        ch = _chtype(rest[0], 'argument 1 or 3 must be a ch or an int')
        n = _int(rest[1])
        if place:
            self._move(place)
        _check(call(self._win, c_uint(ch | attr), n), name)

    def addch(self, *args):
        _check(_lib.waddch(self._win, c_uint(self._cell('addch', args))),
               'addch')

    def insch(self, *args):
        _check(_lib.winsch(self._win, c_uint(self._cell('insch', args))),
               'insch')

    def addstr(self, *args):
        self._string('addstr', args, False)

    def addnstr(self, *args):
        self._string('addnstr', args, True)

    def insstr(self, *args):
        self._string('insstr', args, False)

    def insnstr(self, *args):
        self._string('insnstr', args, True)

    def attroff(self, attr):
        _check(_lib.wattroff(self._win, c_uint(_int(attr))), 'attroff')

    def attron(self, attr):
        _check(_lib.wattron(self._win, c_uint(_int(attr))), 'attron')

    def attrset(self, attr):
        _check(_lib.wattrset(self._win, c_uint(_int(attr))), 'attrset')

    def bkgd(self, *args):
        ch = _attributed('bkgd', args)
        _check(_lib.wbkgd(self._win, c_uint(ch)), 'bkgd')

    def bkgdset(self, *args):
        _lib.wbkgdset(self._win, c_uint(_attributed('bkgdset', args)))

    def border(self, *args):
        _count(args, 0, 8, 'ls,rs,ts,bs,tl,tr,bl,br')
        cells = [_chtype(arg, 'argument %d must be a ch or an int' % n)
                 for n, arg in enumerate(args, 1)]
        cells += [0] * (8 - len(cells))
        _lib.wborder(self._win, *[c_uint(cell) for cell in cells])

    def box(self, *args):
        if args and len(args) != 2:
            raise TypeError('verch,horch')
        vertical, horizontal = [
            _chtype(arg, 'verch and horch must be ch or int')
            for arg in args or (0, 0)]
        self.border(vertical, vertical, horizontal, horizontal)

    def chgat(self, *args):
        _count(args, 1, 4, 'chgat requires 1 to 4 arguments')
        place = args[:2] if len(args) >= 3 else ()
        rest = args[len(place):]
        n = _int(rest[0]) if len(rest) == 2 else -1
        attr = _int(rest[-1])
        if place:
            y, x = _int(place[0]), _int(place[1])
            code = _lib.wmove(self._win, y, x)
        else:
            y, code = _lib.getcury(self._win), OK
        if code != ERR:
            code = _lib.wchgat(self._win, n, c_uint(attr & A_ATTRIBUTES),
                               c_short(attr >> 8 & 0xff), None)
        _lib.touchline(self._win, y, 1)
        _check(code, 'chgat')

    def delch(self, *args):
        _zero_or_two('delch', args)
        if args:
            code = _lib.mvwdelch(self._win, _int(args[0]), _int(args[1]))
        else:
            code = _lib.wdelch(self._win)
        _check(code, '[mv]wdelch')

    def _part(self, name, call, args):
        _count(args, 2, 4, '%s requires 2 or 4 arguments' % name)
        if len(args) == 3:
            raise TypeError('%s requires 2 or 4 arguments' % name)
        numbers = [_int(arg) for arg in args]
        if len(args) == 2:
            numbers = [0, 0] + numbers
        return _window(call(self._win, *numbers))

    def derwin(self, *args):
        return self._part('derwin', _lib.derwin, args)

    def subwin(self, *args):
        pad = _lib.is_pad(self._win)
        return self._part('subwin', _lib.subpad if pad else _lib.subwin, args)

    subpad = subwin

    def echochar(self, *args):
        _count(args, 1, 2, 'echochar requires 1 or 2 arguments')
        ch = _chtype(args[0], 'argument 1 must be a ch or an int')
        if len(args) == 2:
            ch |= _int(args[1])
        call = _lib.pechochar if _lib.is_pad(self._win) else _lib.wechochar
        _check(call(self._win, c_uint(ch)), 'echochar')

    def enclose(self, y, x):
        return int(_lib.wenclose(self._win, _int(y), _int(x)))

    def getbkgd(self):
        return int(_lib.getbkgd(self._win))

    def getch(self, *args):
        _zero_or_two('getch', args)
        if args:
            return _lib.mvwgetch(self._win, _int(args[0]), _int(args[1]))
        return _lib.wgetch(self._win)

    def getkey(self, *args):
        _zero_or_two('getkey', args)
        key = self.getch(*args)
        if key == ERR:
            raise error('no input')
        if key <= 255:
            return chr(key)
        return _lib.keyname(key) or ''

    def getstr(self, *args):
        return self._text('getnstr', 'getstr requires 0 to 3 arguments', args)

    def _text(self, name, wrong, args):
        _count(args, 0, 3, wrong)
        n = 1023
        if len(args) in (1, 3):
            n = min(_size(args[-1]), n)
            args = args[:-1]
        buffer = create_string_buffer(1024)
        if args:
            code = getattr(_lib, 'mvw' + name)(self._win, _int(args[0]),
                                               _int(args[1]), buffer, n)
        else:
            code = getattr(_lib, 'w' + name)(self._win, buffer, n)
        return '' if code == ERR else buffer.value

    def hline(self, *args):
        self._line('hline', _lib.whline, args)

    def vline(self, *args):
        self._line('vline', _lib.wvline, args)

    def inch(self, *args):
        if args and len(args) != 2:
            raise TypeError('inch requires 0 to 2 arguments')
        if args:
            return int(_lib.mvwinch(self._win, _int(args[0]), _int(args[1])))
        return int(_lib.winch(self._win))

    def instr(self, *args):
        return self._text('innstr', 'instr requires 0 or 3 arguments', args)

    def is_linetouched(self, line):
        if not 0 <= _int(line) < _lib.getmaxy(self._win):
            raise TypeError(
                'is_linetouched: line number outside of boundaries')
        return bool(_lib.is_linetouched(self._win, line))

    def is_wintouched(self):
        return bool(_lib.is_wintouched(self._win))

    def _shown(self, name, pad, whole, args):
        if _lib.is_pad(self._win):
            if len(args) != 6:
                raise error(_PAD_NEEDS[name])
            code = pad(self._win, *[_int(arg) for arg in args])
        else:
            if args:
                raise TypeError('%s() takes exactly 0 arguments (%d given)' %
                                (name, len(args)))
            code = whole(self._win)
        _check(code, _SHOWN_BY[name][_lib.is_pad(self._win)])

    def refresh(self, *args):
        self._shown('refresh', _lib.prefresh, _lib.wrefresh, args)

    def noutrefresh(self, *args):
        self._shown('noutrefresh', _lib.pnoutrefresh, _lib.wnoutrefresh, args)

    nooutrefresh = noutrefresh

    def _over(self, name, call, args):
        if len(args) not in (1, 7):
            raise TypeError(name + ' requires one or seven arguments')
        other = args[0]
        if not isinstance(other, window):
            raise TypeError('window object')
        if len(args) == 1:
            _check(call(self._win, other._win), name)
        else:
            numbers = [_int(arg) for arg in args[1:]]
            numbers.append(1 if name == 'overlay' else 0)
            _check(_lib.copywin(self._win, other._win, *numbers), 'copywin')

    def overlay(self, *args):
        self._over('overlay', _lib.overlay, args)

    def overwrite(self, *args):
        self._over('overwrite', _lib.overwrite, args)

    def putwin(self, file):
        if not hasattr(file, 'write'):
            raise TypeError('argument must be a file object')
        stream = _Stream()
        try:
            _check(_lib.putwin(self._win, stream.pointer), 'putwin')
            file.write(stream.data())
        finally:
            stream.close()

    def redrawln(self, beg, num):
        _check(_lib.wredrawln(self._win, _int(beg), _int(num)), 'redrawln')

    def scroll(self, *args):
        _count(args, 0, 1, 'scroll requires 0 or 1 arguments')
        _check(_lib.wscrl(self._win, _int(args[0]) if args else 1), 'scroll')

    def setscrreg(self, top, bottom):
        _check(_lib.wsetscrreg(self._win, _int(top), _int(bottom)),
               'wsetscrreg')

    def touchline(self, *args):
        _count(args, 2, 3, 'touchline requires 2 or 3 arguments')
        start, n = _int(args[0]), _int(args[1])
        changed = _int(args[2]) if len(args) == 3 else 1
        _check(_lib.wtouchln(self._win, start, n, changed), 'touchline')

    def getyx(self):
        return _lib.getcury(self._win), _lib.getcurx(self._win)

    def getbegyx(self):
        return _lib.getbegy(self._win), _lib.getbegx(self._win)

    def getmaxyx(self):
        return _lib.getmaxy(self._win), _lib.getmaxx(self._win)

    def getparyx(self):
        return _lib.getpary(self._win), _lib.getparx(self._win)


def _attributed(name, args):
    _count(args, 1, 2, '%s requires 1 or 2 arguments' % name)
    ch = _chtype(args[0], 'argument 1 must be a ch or an int')
    return ch | _int(args[1]) if len(args) == 2 else ch


def _zero_or_two(name, args):
    if len(args) not in (0, 2):
        raise TypeError(name + ' requires 0 or 2 arguments')


def _size(value):
    value = _int(value)
    if value < 0:
        raise ValueError("'n' must be nonnegative")
    return value


_STRINGS = {'addstr': 'waddnstr', 'addnstr': 'waddnstr',
            'insstr': 'winsnstr', 'insnstr': 'winsnstr'}
_PAD_NEEDS = {
    'refresh': 'refresh() for a pad requires 6 arguments',
    'noutrefresh': 'noutrefresh() called for a pad requires 6 arguments'}
_SHOWN_BY = {'refresh': ('wrefresh', 'prefresh'),
             'noutrefresh': ('wnoutrefresh', 'pnoutrefresh')}

# Methods with so many numbers for the function of that name; whether ERR is
# an error.
_METHODS = [
    ('untouchwin', 'untouchwin', 0, True), ('touchwin', 'touchwin', 0, True),
    ('redrawwin', 'redrawwin', 0, True),
    ('insertln', 'winsertln', 0, True), ('erase', 'werase', 0, True),
    ('deleteln', 'wdeleteln', 0, True), ('syncup', 'wsyncup', 0, False),
    ('syncdown', 'wsyncdown', 0, False),
    ('standend', 'wstandend', 0, False),
    ('standout', 'wstandout', 0, False),
    ('cursyncup', 'wcursyncup', 0, False),
    ('clrtoeol', 'wclrtoeol', 0, False),
    ('clrtobot', 'wclrtobot', 0, False), ('clear', 'wclear', 0, False),
    ('idcok', 'idcok', 1, False), ('immedok', 'immedok', 1, False),
    ('timeout', 'wtimeout', 1, False), ('clearok', 'clearok', 1, True),
    ('idlok', 'idlok', 1, True), ('keypad', 'keypad', 1, True),
    ('leaveok', 'leaveok', 1, True), ('nodelay', 'nodelay', 1, True),
    ('notimeout', 'notimeout', 1, True), ('scrollok', 'scrollok', 1, True),
    ('insdelln', 'winsdelln', 1, True), ('syncok', 'syncok', 1, True),
    ('mvwin', 'mvwin', 2, True), ('mvderwin', 'mvderwin', 2, True),
    ('move', 'wmove', 2, True), ('resize', 'wresize', 2, True)]
_FLAGS = ('idcok', 'immedok', 'clearok', 'idlok', 'keypad', 'leaveok',
          'nodelay', 'notimeout', 'scrollok', 'syncok')


# What is wrong where the number of arguments is.
_NUMBERS = {'idcok': 'True(1) or False(0)', 'timeout': 'delay',
            'insdelln': 'nlines', 'mvwin': 'y,x', 'mvderwin': 'y,x',
            'move': 'y,x', 'resize': 'lines,columns'}


def _add_method(name, c_name, n, checked):
    call = getattr(_lib, c_name)
    flag = c_name in _FLAGS

    def method(self, *args):
        if len(args) != n:
            if n == 0:
                raise TypeError('%s() takes no arguments (%d given)' %
                                (name, len(args)))
            raise TypeError(_NUMBERS.get(name) or _NUMBERS['idcok'])
        numbers = [_int(arg) for arg in args]
        if flag:
            numbers = [c_bool(numbers[0])]
        code = call(self._win, *numbers)
        if checked:
            _check(code, c_name)
    method.__name__ = name
    setattr(window, name, method)


for _row in _METHODS:
    _add_method(*_row)
window.__name__ = 'curses window'


class _Stream(object):
    """A temporary FILE of the C library."""

    def __init__(self):
        self.libc = CDLL(None)
        self.libc.tmpfile.restype = c_void_p
        self.pointer = c_void_p(self.libc.tmpfile())
        if not self.pointer.value:
            raise IOError('no temporary file')

    def data(self):
        self.libc.fseek(self.pointer, c_long(0), 2)
        self.libc.ftell.restype = c_long
        size = self.libc.ftell(self.pointer)
        self.libc.rewind(self.pointer)
        buffer = create_string_buffer(size + 1)
        self.libc.fread(buffer, c_long(1), c_long(size), self.pointer)
        return buffer.raw[:size]

    def write(self, data):
        self.libc.fwrite(data, c_long(1), c_long(len(data)), self.pointer)
        self.libc.rewind(self.pointer)

    def close(self):
        self.libc.fclose(self.pointer)


def _window(pointer):
    if not pointer:
        raise error('curses function returned NULL')
    self = object.__new__(window)
    self._win = c_void_p(pointer)
    return self


def _add_function(name, needs, n, kind):
    """kind: 'check' for ERR, else what makes the result, None for none.
    n None: an optional flag, which without it calls no-NAME."""
    call = getattr(_lib, name)
    opposite = getattr(_lib, 'no' + name, None) if n is None else None

    def function(*args):
        if n is None:
            _count(args, 0, 1, name + ' requires 0 or 1 arguments')
        elif len(args) != n:
            if n == 0:
                raise TypeError('%s() takes no arguments (%d given)' %
                                (name, len(args)))
            raise TypeError(_WRONG_COUNT.get(name) or
                            '%s requires %d argument%s' %
                            (name, n, '' if n == 1 else 's'))
        _need(needs)
        numbers = [_int(arg) for arg in args]
        if n is None:
            code = call() if not numbers or numbers[0] else opposite()
        else:
            code = call(*numbers)
        if kind == 'check':
            _check(code, name)
        elif kind is not None:
            return kind(code)
    function.__name__ = name
    globals()[name] = function


_WRONG_COUNT = {'napms': 'ms', 'mouseinterval': 'interval', 'typeahead': 'fd'}
_FUNCTIONS = [
    ('beep def_prog_mode def_shell_mode doupdate endwin flash nocbreak noecho '
     'nonl noraw reset_prog_mode reset_shell_mode resetty savetty',
     'initscr', 0, 'check'),
    ('cbreak echo nl raw', 'initscr', None, 'check'),
    ('baudrate', 'initscr', 0, int), ('termattrs', 'initscr', 0, int),
    ('termname longname', 'initscr', 0, str),
    ('has_colors has_ic has_il isendwin can_change_color', 'initscr', 0, bool),
    ('flushinp', 'initscr', 0, None), ('noqiflush', 'initscr', 0, None),
    ('delay_output napms', 'initscr', 1, int),
    ('halfdelay', 'initscr', 1, 'check'),
    ('mouseinterval', 'initscr', 1, 'check'),
    ('typeahead', 'initscr', 1, 'check'),
    ('init_pair', 'color', 3, 'check'),
    ('init_color', 'color', 4, 'check'),
    ('erasechar killchar', 'initscr', 0, lambda c: chr(c & 0xff)),
    ('is_term_resized', 'initscr', 2, bool),
    ('resetty', 'initscr', 0, 'check')]
for _names, _needs, _n, _kind in _FUNCTIONS:
    for _name in _names.split():
        _add_function(_name, _needs, _n, _kind)


def delay_output(ms):
    _need('initscr')
    _check(_lib.delay_output(_int(ms)), 'delay_output')


def filter():
    _lib.filter()


def use_env(flag):
    _lib.use_env(c_bool(_int(flag)))


def color_content(color):
    _need('color')
    r, g, b = c_short(), c_short(), c_short()
    if _lib.color_content(_short(color), byref(r), byref(g), byref(b)) == ERR:
        raise error('Argument 1 was out of range. Check value of COLORS.')
    return r.value, g.value, b.value


def pair_content(pair):
    _need('color')
    f, b = c_short(), c_short()
    if _lib.pair_content(_short(pair), byref(f), byref(b)) == ERR:
        raise error('Argument 1 was out of range. (1..COLOR_PAIRS-1)')
    return f.value, b.value


def color_pair(n):
    _need('color')
    return _int(n) << 8


def pair_number(value):
    _need('color')
    return (_int(value) & A_COLOR) >> 8


def curs_set(visibility):
    _need('initscr')
    old = _lib.curs_set(_int(visibility))
    _check(old, 'curs_set')
    return old


def _newscr():
    return c_void_p(c_void_p.in_dll(_lib, 'newscr').value)


def getsyx():
    _need('initscr')
    screen = _newscr()
    if _lib.is_leaveok(screen):
        return -1, -1
    return _lib.getcury(screen), _lib.getcurx(screen)


def setsyx(y, x):
    _need('initscr')
    y, x = _int(y), _int(x)
    screen = _newscr()
    if y == -1 and x == -1:
        _lib.leaveok(screen, 1)
    else:
        _lib.leaveok(screen, 0)
        _lib.wmove(screen, y, x)


def getmouse():
    _need('initscr')
    event = _MouseEvent()
    if _lib.getmouse(byref(event)) == ERR:
        raise error('getmouse() returned ERR')
    return event.id, event.x, event.y, event.z, event.bstate


def ungetmouse(id, x, y, z, bstate):
    _need('initscr')
    event = _MouseEvent(_int(id), _int(x), _int(y), _int(z), _int(bstate))
    _check(_lib.ungetmouse(byref(event)), 'ungetmouse')


def mousemask(mask):
    _need('initscr')
    old = c_uint()
    available = _lib.mousemask(c_uint(_int(mask)), byref(old))
    return available, old.value


def getwin(file):
    _need('initscr')
    if not hasattr(file, 'read'):
        raise TypeError('argument must be a file object')
    stream = _Stream()
    try:
        stream.write(file.read())
        return _window(_lib.getwin(stream.pointer))
    finally:
        stream.close()


def has_key(key):
    _need('initscr')
    return _lib.has_key(_int(key)) != 0


def _publish(values):
    """Numbers that are known from now on, here and in package curses."""
    globals().update(values)
    package = sys.modules.get('curses')
    if package is not None:
        vars(package).update(values)


def _screen_size():
    return {'LINES': c_int.in_dll(_lib, 'LINES').value,
            'COLS': c_int.in_dll(_lib, 'COLS').value}


def initscr():
    if _state['initscr']:
        _lib.wrefresh(c_void_p(_state['stdscr']))
        return _window(_state['stdscr'])
    pointer = _lib.initscr()
    if not pointer:
        raise error('curses function returned NULL')
    _state['setupterm'] = _state['initscr'] = True
    _state['stdscr'] = pointer
    map_ = (c_uint * 128).in_dll(_lib, 'acs_map')
    values = dict(('ACS_' + name, map_[ord(ch)])
                  for name, ch in _ACS.iteritems())
    values.update(_screen_size())
    globals().update(values)
    return _window(pointer)


def intrflush(flag):
    _need('initscr')
    _check(_lib.intrflush(None, c_bool(_int(flag))), 'intrflush')


def meta(flag):
    _need('initscr')
    _check(_lib.meta(c_void_p(_state['stdscr']), c_bool(_int(flag))), 'meta')


def keyname(key):
    _need('initscr')
    if _int(key) < 0:
        raise ValueError('invalid key number')
    return _lib.keyname(key) or ''


def newpad(lines, columns):
    _need('initscr')
    return _window(_lib.newpad(_int(lines), _int(columns)))


def newwin(*args):
    _need('initscr')
    if len(args) not in (2, 4):
        raise TypeError('newwin requires 2 or 4 arguments')
    numbers = [_int(arg) for arg in args]
    if len(numbers) == 2:
        numbers += [0, 0]
    return _window(_lib.newwin(*numbers))


def putp(text):
    _check(_lib.putp(_text(text)), 'putp')


def qiflush(flag=1):
    _need('initscr')
    if _int(flag):
        _lib.qiflush()
    else:
        _lib.noqiflush()


def resizeterm(lines, columns):
    _need('initscr')
    _check(_lib.resizeterm(_int(lines), _int(columns)), 'resizeterm')
    _publish(_screen_size())


def resize_term(lines, columns):
    _need('initscr')
    _check(_lib.resize_term(_int(lines), _int(columns)), 'resize_term')
    _publish(_screen_size())


def setupterm(term=None, fd=-1):
    if term is not None:
        term = _text(term)
    if _int(fd) == -1:
        if sys.stdout is None:
            raise error('lost sys.stdout')
        fd = sys.stdout.fileno()
    if _state['setupterm']:
        return
    code = c_int()
    if _lib.setupterm(term, fd, byref(code)) == ERR:
        if code.value == 0:
            raise error('setupterm: could not find terminal')
        if code.value == -1:
            raise error('setupterm: could not find terminfo database')
        raise error('setupterm: unknown error')
    _state['setupterm'] = True


def start_color():
    _need('initscr')
    if _lib.start_color() == ERR:
        raise error('start_color() returned ERR')
    _state['color'] = True
    globals().update(COLORS=c_int.in_dll(_lib, 'COLORS').value,
                     COLOR_PAIRS=c_int.in_dll(_lib, 'COLOR_PAIRS').value)


def use_default_colors():
    _need('color')
    code = _lib.use_default_colors()
    _check(code, 'use_default_colors')


def tigetflag(capname):
    _need('setupterm')
    return _lib.tigetflag(_text(capname))


def tigetnum(capname):
    _need('setupterm')
    return _lib.tigetnum(_text(capname))


def tigetstr(capname):
    _need('setupterm')
    pointer = _lib.tigetstr(_text(capname))
    if not pointer or pointer == c_void_p(-1).value:
        return None
    return c_char_p(pointer).value


def tparm(text, *numbers):
    _need('setupterm')
    if len(numbers) > 9:
        raise TypeError('tparm() takes at most 10 arguments (%d given)' %
                        (len(numbers) + 1))
    numbers = [_int(number) for number in numbers]
    numbers += [0] * (9 - len(numbers))
    result = _lib.tparm(_text(text), *[c_long(number) for number in numbers])
    if result is None:
        raise error('tparm() returned NULL')
    return result


def unctrl(ch):
    _need('initscr')
    return _lib.unctrl(_key(ch))


def ungetch(ch):
    _need('initscr')
    _check(_lib.ungetch(c_int(_key(ch))), 'ungetch')


def _name_events():
    for button in range(4):
        for event in range(5):
            yield ('BUTTON%d_%s' % (button + 1, _EVENTS[event]),
                   1 << event << 5 * button)


def _name_keys():
    for key in range(KEY_MIN, KEY_MAX):
        name = _lib.keyname(key)
        if name and name.startswith('KEY_'):
            yield name.replace('(', '').replace(')', ''), key


globals().update(_name_events())
globals().update(_name_keys())
globals()['KEY_BREAK'] = KEY_MIN
del _name, _row, _names, _needs, _n, _kind
