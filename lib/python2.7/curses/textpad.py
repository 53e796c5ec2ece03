"""Editing text in a window: Textbox; and rectangle()."""
import curses
import curses.ascii


def rectangle(win, uly, ulx, lry, lrx):
    """Draws a rectangle with these corners in win."""
    win.vline(uly + 1, ulx, curses.ACS_VLINE, lry - uly - 1)
    win.hline(uly, ulx + 1, curses.ACS_HLINE, lrx - ulx - 1)
    win.hline(lry, ulx + 1, curses.ACS_HLINE, lrx - ulx - 1)
    win.vline(uly + 1, lrx, curses.ACS_VLINE, lry - uly - 1)
    win.addch(uly, ulx, curses.ACS_ULCORNER)
    win.addch(uly, lrx, curses.ACS_URCORNER)
    win.addch(lry, lrx, curses.ACS_LRCORNER)
    win.addch(lry, ulx, curses.ACS_LLCORNER)


class Textbox:
    """A window in which text is edited, with the keys of Emacs: control with
    A and E for the ends of a line, B, F, N, P for the four directions, D and
    H to delete, K to clear the rest of a line or delete an empty one, L to
    draw the screen anew, O for a new line, J for the next line, G to end.
    The arrow keys and backspace do what one expects.

    stripspaces: blanks at the ends of lines count for nothing; insert_mode:
    characters push those behind them."""

    def __init__(self, win, insert_mode=False):
        self.win = win
        self.insert_mode = insert_mode
        self._update_max_yx()
        self.stripspaces = 1
        self.lastcmd = None
        win.keypad(1)

    def _update_max_yx(self):
        height, width = self.win.getmaxyx()
        self.maxy = height - 1
        self.maxx = width - 1

    def _end_of_line(self, y):
        """Behind the last character of a line that is no blank."""
        self._update_max_yx()
        last = self.maxx
        while True:
            if curses.ascii.ascii(self.win.inch(y, last)) != curses.ascii.SP:
                return min(self.maxx, last + 1)
            if last == 0:
                return last
            last -= 1

    def _insert_printable_char(self, ch):
        self._update_max_yx()
        y, x = self.win.getyx()
        back = None
        while y < self.maxy or x < self.maxx:
            old = self.win.inch() if self.insert_mode else None
            # In the last cell, addch() cannot move the cursor on.
            try:
                self.win.addch(ch)
            except curses.error:
                pass
            if old is None or not curses.ascii.isprint(old):
                break
            ch = old
            y, x = self.win.getyx()
            if back is None:
                back = y, x
        if back is not None:
            self.win.move(*back)

    def _left(self, y, x):
        if x > 0:
            self.win.move(y, x - 1)
        elif y == 0:
            return
        elif self.stripspaces:
            self.win.move(y - 1, self._end_of_line(y - 1))
        else:
            self.win.move(y - 1, self.maxx)

    def _right(self, y, x):
        if x < self.maxx:
            self.win.move(y, x + 1)
        elif y < self.maxy:
            self.win.move(y + 1, 0)

    def _vertical(self, y, x):
        self.win.move(y, x)
        if x > self._end_of_line(y):
            self.win.move(y, self._end_of_line(y))

    def _kill(self, y, x):
        if x == 0 and self._end_of_line(y) == 0:
            self.win.deleteln()
        else:
            # The cursor stays behind the text that remains.
            self.win.move(y, x)
            self.win.clrtoeol()

    def do_command(self, ch):
        """One key; 0 where it ends the editing."""
        self._update_max_yx()
        y, x = self.win.getyx()
        self.lastcmd = ch
        ascii = curses.ascii
        if ascii.isprint(ch):
            if y < self.maxy or x < self.maxx:
                self._insert_printable_char(ch)
        elif ch == ascii.SOH:
            self.win.move(y, 0)
        elif ch in (ascii.STX, curses.KEY_LEFT, ascii.BS,
                    curses.KEY_BACKSPACE):
            self._left(y, x)
            if ch in (ascii.BS, curses.KEY_BACKSPACE):
                self.win.delch()
        elif ch == ascii.EOT:
            self.win.delch()
        elif ch == ascii.ENQ:
            if self.stripspaces:
                self.win.move(y, self._end_of_line(y))
            else:
                self.win.move(y, self.maxx)
        elif ch in (ascii.ACK, curses.KEY_RIGHT):
            self._right(y, x)
        elif ch == ascii.BEL:
            return 0
        elif ch == ascii.NL:
            if self.maxy == 0:
                return 0
            if y < self.maxy:
                self.win.move(y + 1, 0)
        elif ch == ascii.VT:
            self._kill(y, x)
        elif ch == ascii.FF:
            self.win.refresh()
        elif ch in (ascii.SO, curses.KEY_DOWN):
            if y < self.maxy:
                self._vertical(y + 1, x)
        elif ch == ascii.SI:
            self.win.insertln()
        elif ch in (ascii.DLE, curses.KEY_UP):
            if y > 0:
                self._vertical(y - 1, x)
        return 1

    def gather(self):
        """The text of the window."""
        result = ""
        self._update_max_yx()
        for y in range(self.maxy + 1):
            self.win.move(y, 0)
            stop = self._end_of_line(y)
            if stop == 0 and self.stripspaces:
                continue
            for x in range(self.maxx + 1):
                if self.stripspaces and x > stop:
                    break
                result += chr(curses.ascii.ascii(self.win.inch(y, x)))
            if self.maxy > 0:
                result += "\n"
        return result

    def edit(self, validate=None):
        """Edits until control-G; the text.  validate gets each key and says
        which takes its place, 0 for none."""
        while 1:
            ch = self.win.getch()
            if validate:
                ch = validate(ch)
            if not ch:
                continue
            if not self.do_command(ch):
                break
            self.win.refresh()
        return self.gather()
