"""Screens of text: windows, colours, keys.

    from curses import wrapper
    def main(screen): ...
    wrapper(main)
"""
__revision__ = "$Id$"

import os as _os
import sys as _sys

from _curses import *
from curses.wrapper import wrapper


def initscr():
    """Begins; the window of the whole screen.  LINES, COLS and the ACS_
    characters are known from now on."""
    import _curses
    import curses
    setupterm(term=_os.environ.get("TERM", "unknown"),
              fd=_sys.__stdout__.fileno())
    stdscr = _curses.initscr()
    for name, value in vars(_curses).items():
        if name.startswith('ACS_') or name in ('LINES', 'COLS'):
            setattr(curses, name, value)
    return stdscr


def start_color():
    """Allows colours; COLORS and COLOR_PAIRS are known from now on."""
    import _curses
    import curses
    result = _curses.start_color()
    for name in ('COLORS', 'COLOR_PAIRS'):
        if hasattr(_curses, name):
            setattr(curses, name, getattr(_curses, name))
    return result


try:
    has_key
except NameError:
    from curses.has_key import has_key
