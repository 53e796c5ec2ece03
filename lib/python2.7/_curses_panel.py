"""Windows that lie on each other: libpanelw, called through ctypes."""
from ctypes import CDLL, c_void_p

import _curses

version = '2.1'
__version__ = '2.1'


class error(Exception):
    pass


def _load():
    for name in ('libpanelw.so.6', 'libpanelw.so.5', 'libpanelw.so'):
        try:
            return CDLL(name)
        except OSError:
            pass
    raise ImportError('libpanelw is not installed')


_lib = _load()
for _name in ('new_panel', 'panel_above', 'panel_below'):
    getattr(_lib, _name).restype = c_void_p

# The panels that exist, by their address in C; they hold their windows.
_panels = {}


def _need_screen():
    if not _curses._state['initscr']:
        raise _curses.error('must call initscr() first')


def _check(code, name):
    if code == _curses.ERR:
        raise error(name + '() returned ERR')


class panel(object):
    """A window with its place in the pile."""

    __module__ = '_curses_panel'
    __slots__ = ('_panel', '_window', '_user', '__weakref__')

    def __new__(cls, *args):
        raise TypeError("cannot create '_curses_panel.curses panel' instances")

    def above(self):
        """The panel above; None for the top."""
        pointer = _lib.panel_above(self._panel)
        return _known(pointer) if pointer else None

    def below(self):
        """The panel below; None for the bottom."""
        pointer = _lib.panel_below(self._panel)
        return _known(pointer) if pointer else None

    def bottom(self):
        _check(_lib.bottom_panel(self._panel), 'bottom')

    def hidden(self):
        code = _lib.panel_hidden(self._panel)
        _check(code, 'panel_hidden')
        return code != 0

    def hide(self):
        _check(_lib.hide_panel(self._panel), 'hide')

    def move(self, y, x):
        _check(_lib.move_panel(self._panel, y, x), 'move_panel')

    def replace(self, win):
        if not isinstance(win, _curses.window):
            raise TypeError('argument 1 must be _curses.curses window, not ' +
                            type(win).__name__)
        _check(_lib.replace_panel(self._panel, win._win), 'replace_panel')
        self._window = win

    def set_userptr(self, obj):
        self._user = (obj,)

    def show(self):
        _check(_lib.show_panel(self._panel), 'show')

    def top(self):
        _check(_lib.top_panel(self._panel), 'top')

    def userptr(self):
        if not self._user:
            raise error('no userptr set')
        return self._user[0]

    def window(self):
        return self._window


panel.__name__ = 'curses panel'


def _known(pointer):
    try:
        return _panels[pointer]
    except KeyError:
        raise RuntimeError('panel_above: can\'t find Panel Object')


def new_panel(win):
    """A panel of win, on top of the others."""
    if not isinstance(win, _curses.window):
        raise TypeError('argument 1 must be _curses.curses window, not ' +
                        type(win).__name__)
    pointer = _lib.new_panel(win._win)
    if not pointer:
        raise error('curses function returned NULL')
    self = object.__new__(panel)
    self._panel = c_void_p(pointer)
    self._window = win
    self._user = ()
    _panels[pointer] = self
    return self


def bottom_panel():
    """The lowest panel; None without panels."""
    _need_screen()
    pointer = _lib.panel_above(None)
    return _known(pointer) if pointer else None


def top_panel():
    """The highest panel; None without panels."""
    _need_screen()
    pointer = _lib.panel_below(None)
    return _known(pointer) if pointer else None


def update_panels():
    """Draws the pile on the virtual screen; curses.doupdate() shows it."""
    _need_screen()
    _lib.update_panels()


del _name
