import curses, curses.textpad, curses.panel, curses.ascii, sys, os, pty, select, time
def child(stdscr):
    log = []
    def do(*a):
        try: log.append(repr(a[0](*a[1:])))
        except Exception as e: log.append('%s: %s' % (type(e).__name__, e))
    do(stdscr.addstr, 1, 2, "Hello", curses.A_BOLD)
    do(stdscr.addstr, 100, 2, "Hello")
    do(stdscr.addstr)
    do(stdscr.addch, 'xx')
    do(stdscr.getmaxyx); do(stdscr.getyx)
    do(stdscr.move, 3, 4)
    do(stdscr.move, 300, 4)
    do(stdscr.instr, 1, 0, 8)
    do(stdscr.inch, 1, 2)
    do(curses.init_pair, 1, curses.COLOR_RED, curses.COLOR_BLACK)
    do(curses.pair_content, 1); do(curses.color_pair, 1); do(curses.color_content, 1)
    do(stdscr.addnstr, 'abcdef', 3, curses.color_pair(1))
    stdscr.border()
    w = curses.newwin(4, 20, 5, 5)
    w.box()
    do(w.derwin, 1, 1, 9, 9)
    do(w.getbegyx); do(w.getparyx)
    curses.textpad.rectangle(stdscr, 10, 10, 13, 20)
    stdscr.hline(15, 3, '-', 6); stdscr.vline(15, 3, curses.ACS_VLINE, 3)
    stdscr.chgat(1, 2, 3, curses.A_REVERSE)
    p = curses.panel.new_panel(w)
    do(p.userptr); p.set_userptr([1]); do(p.userptr)
    do(p.hidden); do(p.above); do(p.below); do(lambda: p.window() is w)
    do(lambda: curses.panel.top_panel() is p)
    curses.panel.update_panels(); stdscr.noutrefresh(); curses.doupdate()
    do(curses.keyname, 5); do(curses.keyname, curses.KEY_LEFT); do(curses.keyname, -1)
    do(curses.tigetnum, 'cols'); do(curses.tigetstr, 'cup'); do(curses.tigetstr, 'nosuch')
    do(curses.tparm, curses.tigetstr('cup'), 5, 6)
    do(curses.longname); do(curses.termname); do(curses.baudrate); do(curses.erasechar)
    do(curses.has_key, curses.KEY_UP); do(curses.has_colors); do(curses.can_change_color)
    do(curses.unctrl, 1); do(curses.getsyx); do(curses.isendwin)
    do(curses.newwin, 1); do(curses.newpad(5, 5).refresh); do(w.refresh, 1)
    do(curses.ungetch, 'q'); do(stdscr.getch); do(curses.ungetch, curses.KEY_LEFT); do(stdscr.getkey)
    stdscr.nodelay(1); do(stdscr.getch); do(stdscr.getkey); stdscr.nodelay(0)
    do(stdscr.getkey); do(stdscr.getkey)
    e = curses.newwin(3, 10, 18, 30)
    t = curses.textpad.Textbox(e)
    do(t.edit)
    curses.echo(); do(stdscr.getstr, 0, 0, 5)
    stdscr.refresh()
    return log
pid, fd = pty.fork()
if pid == 0:
    import fcntl, termios, struct
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
    os.environ['TERM'] = 'xterm'
    os.environ.pop('LINES', 0); os.environ.pop('COLUMNS', 0)
    try:
        log = curses.wrapper(child)
        print '\n'.join(log)
        sys.stdout.flush()
    except BaseException:
        import traceback; traceback.print_exc()
        sys.stdout.flush()
    os._exit(0)
out = ''
keys = ['x', '\x1bOA', 'hello', '\x02\x02X', '\x01Y', '\x0e', 'two', '\x07', 'abc\n']
while 1:
    r, _, _ = select.select([fd], [], [], 0.5)
    if r:
        try: d = os.read(fd, 4096)
        except OSError: break
        if not d: break
        out += d
    elif keys:
        os.write(fd, keys.pop(0))
    else:
        break

sys.stdout.write(out.replace('\x1b', '\n<ESC>'))
