"""Windows that lie on each other."""
__revision__ = "$Id$"

from _curses_panel import *
