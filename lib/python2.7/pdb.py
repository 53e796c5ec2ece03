"""The debugger's post-mortem: pm() and post_mortem() look at a traceback.

Compiled code cannot be stopped and stepped through: set_trace() and run()
raise NotImplementedError, and name what helps instead: gdb, for programs
compiled with -g.  Frames of compiled functions show no local variables."""

import cmd
import linecache
import os
import sys
import traceback

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace",
           "post_mortem", "help"]


class Restart(Exception):
    """The program shall start anew."""


def _no_stepping(what):
    raise NotImplementedError(
        "pdb.%s(): compiled code cannot be stepped through; compile with -g "
        "and use gdb, or pdb.post_mortem() for a traceback" % what)


class Pdb(cmd.Cmd):
    """Commands over the frames of a traceback."""

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None):
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout:
            self.use_rawinput = 0
        self.prompt = '(Pdb) '
        self.aliases = {}
        self.reset()

    def reset(self):
        self.stack = []
        self.curindex = 0
        self.lineno = None

    def setup(self, f, t):
        """The frames of a traceback, the innermost first in question."""
        self.reset()
        while t is not None:
            self.stack.append((t.tb_frame, t.tb_lineno))
            t = t.tb_next
        self.curindex = max(len(self.stack) - 1, 0)

    def interaction(self, frame, traceback):
        self.setup(frame, traceback)
        if self.stack:
            self.print_stack_entry(self.stack[self.curindex])
        self.cmdloop()
        self.reset()

    def set_trace(self, frame=None):
        _no_stepping('set_trace')

    def run(self, cmd, globals=None, locals=None):
        _no_stepping('run')

    def runeval(self, expr, globals=None, locals=None):
        _no_stepping('runeval')

    def runctx(self, cmd, globals, locals):
        _no_stepping('runctx')

    def runcall(self, func, *args, **kwds):
        _no_stepping('runcall')

    def format_stack_entry(self, frame_lineno, lprefix='\n-> '):
        frame, lineno = frame_lineno
        code = frame.f_code
        s = '%s(%r)' % (os.path.abspath(code.co_filename), lineno)
        s = s + (code.co_name or '<lambda>') + '()'
        line = linecache.getline(code.co_filename, lineno, frame.f_globals)
        if line:
            s = s + lprefix + line.strip()
        return s

    def print_stack_entry(self, frame_lineno, prompt_prefix='\n-> '):
        prefix = '> ' if frame_lineno == self.stack[self.curindex] else '  '
        print >>self.stdout, prefix + self.format_stack_entry(frame_lineno,
                                                              prompt_prefix)

    def _frame(self):
        return self.stack[self.curindex][0]

    def _fail(self):
        t, v = sys.exc_info()[:2]
        print >>self.stdout, '***', getattr(t, '__name__', str(t)) + ':', v

    def emptyline(self):
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        """A statement or expression, in the frame's namespaces."""
        if line[:1] == '!':
            line = line[1:]
        frame = self._frame()
        save = sys.stdout
        try:
            sys.stdout = self.stdout
            try:
                exec compile(line + '\n', '<stdin>', 'single') in \
                    frame.f_globals, frame.f_locals
            finally:
                sys.stdout = save
        except:
            self._fail()

    def do_where(self, arg):
        for entry in self.stack:
            self.print_stack_entry(entry)

    do_w = do_bt = do_where

    def do_up(self, arg):
        if self.curindex == 0:
            print >>self.stdout, '*** Oldest frame'
        else:
            self.curindex -= 1
            self.print_stack_entry(self.stack[self.curindex])
            self.lineno = None

    do_u = do_up

    def do_down(self, arg):
        if self.curindex + 1 == len(self.stack):
            print >>self.stdout, '*** Newest frame'
        else:
            self.curindex += 1
            self.print_stack_entry(self.stack[self.curindex])
            self.lineno = None

    do_d = do_down

    def do_list(self, arg):
        frame, current = self.stack[self.curindex]
        if arg:
            try:
                first = max(1, int(arg.split(',')[0]) - 5)
            except ValueError:
                print >>self.stdout, '*** Error in argument:', repr(arg)
                return
        elif self.lineno is None:
            first = max(1, current - 5)
        else:
            first = self.lineno + 1
        filename = frame.f_code.co_filename
        for lineno in range(first, first + 11):
            line = linecache.getline(filename, lineno, frame.f_globals)
            if not line:
                print >>self.stdout, '[EOF]'
                break
            s = repr(lineno).rjust(3)
            if len(s) < 4:
                s = s + ' '
            s = s + ' '
            s = s + ('->' if lineno == current else '  ')
            print >>self.stdout, s + '\t' + line,
            self.lineno = lineno

    do_l = do_list

    def _getval(self, arg):
        try:
            frame = self._frame()
            return eval(arg, frame.f_globals, frame.f_locals)
        except:
            self._fail()
            raise

    def do_p(self, arg):
        try:
            print >>self.stdout, repr(self._getval(arg))
        except:
            pass

    def do_pp(self, arg):
        import pprint
        try:
            pprint.pprint(self._getval(arg), self.stdout)
        except:
            pass

    def do_whatis(self, arg):
        try:
            print >>self.stdout, type(self._getval(arg))
        except:
            pass

    def do_quit(self, arg):
        return 1

    do_q = do_exit = do_quit
    # Nothing is left to be continued.
    do_continue = do_c = do_cont = do_quit

    def do_EOF(self, arg):
        print >>self.stdout
        return 1


def run(statement, globals=None, locals=None):
    _no_stepping('run')


def runeval(expression, globals=None, locals=None):
    _no_stepping('runeval')


def runctx(statement, globals, locals):
    _no_stepping('runctx')


def runcall(*args, **kwds):
    _no_stepping('runcall')


def set_trace():
    _no_stepping('set_trace')


def post_mortem(t=None):
    """A prompt over a traceback, by default that of the exception at hand."""
    if t is None:
        t = sys.exc_info()[2]
        if t is None:
            raise ValueError("A valid traceback must be passed if no "
                             "exception is being handled")
    Pdb().interaction(None, t)


def pm():
    post_mortem(sys.last_traceback)


def help():
    print "where up down list p pp whatis quit; anything else is a statement"
