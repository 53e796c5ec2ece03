"""wrapper(): a program of curses that leaves the terminal as it was."""
import curses


def wrapper(func, *args, **kwds):
    """func(screen, *args, **kwds) with keys, colours and without echo; the
    terminal is put in order before an exception goes on."""
    try:
        stdscr = curses.initscr()
        curses.noecho()
        curses.cbreak()
        stdscr.keypad(1)
        try:
            curses.start_color()
        except:
            pass
        return func(stdscr, *args, **kwds)
    finally:
        if 'stdscr' in locals():
            stdscr.keypad(0)
            curses.echo()
            curses.nocbreak()
            curses.endwin()
