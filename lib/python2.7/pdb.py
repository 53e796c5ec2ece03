"""The debugger: breakpoints, stepping, and a look at variables.

It steps through interpreted code: run programs under `pyllc run --interp`, or
`python -m pdb` in their place `pyllc run --interp -m pdb`.  Compiled functions
are stepped over."""

import bdb
import cmd
import linecache
import os
import pprint
import re
import sys
import traceback
from repr import Repr

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace",
           "post_mortem", "help"]

_repr = Repr()
_repr.maxstring = 200
_saferepr = _repr.repr

line_prefix = '\n-> '


class Restart(Exception):
    """The program shall start anew."""


def find_function(funcname, filename):
    """(name, file, line) of a def in a file, or None."""
    pattern = re.compile(r'def\s+%s\s*[(]' % re.escape(funcname))
    try:
        f = open(filename)
    except IOError:
        return None
    with f:
        for lineno, line in enumerate(f, 1):
            if pattern.match(line):
                return funcname, filename, lineno
    return None


class Pdb(bdb.Bdb, cmd.Cmd):
    """The commands."""

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout:
            self.use_rawinput = 0
        self.prompt = '(Pdb) '
        self.aliases = {}
        self.mainpyfile = ''
        self._wait_for_mainpyfile = 0
        try:
            import readline
        except ImportError:
            pass
        self.rcLines = []
        for folder in os.environ.get('HOME'), '.':
            if folder is not None:
                self._read_rc(os.path.join(folder, '.pdbrc'))
        self.commands = {}  # of breakpoints, by number
        self.commands_doprompt = {}
        self.commands_silent = {}
        self.commands_defining = False
        self.commands_bnum = None

    def _read_rc(self, name):
        try:
            with open(name) as f:
                self.rcLines.extend(f.readlines())
        except IOError:
            pass

    def _say(self, *words):
        print >>self.stdout, ' '.join(map(str, words))

    def _fail(self):
        t, v = sys.exc_info()[:2]
        self._say('***', (t if isinstance(t, str) else t.__name__) + ':', v)

    # --- stops

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        self.lineno = None
        self.stack = []
        self.curindex = 0
        self.curframe = None

    def setup(self, f, t):
        self.forget()
        self.stack, self.curindex = self.get_stack(f, t)
        self._select(self.curindex)
        self.execRcLines()

    def _select(self, index):
        self.curindex = index
        self.curframe = self.stack[index][0]
        # Asked for once: each look at f_locals undoes changes.
        self.curframe_locals = self.curframe.f_locals
        self.lineno = None

    def execRcLines(self):
        lines, self.rcLines = self.rcLines, []
        for line in lines:
            line = line.rstrip('\n')
            if line.strip() and not line.startswith('#'):
                self.onecmd(line)

    def user_call(self, frame, argument_list):
        if self._wait_for_mainpyfile:
            return
        if self.stop_here(frame):
            self._say('--Call--')
            self.interaction(frame, None)

    def user_line(self, frame):
        if self._wait_for_mainpyfile:
            if (self.mainpyfile != self.canonic(frame.f_code.co_filename)
                    or frame.f_lineno <= 0):
                return
            self._wait_for_mainpyfile = 0
        if self.bp_commands(frame):
            self.interaction(frame, None)

    def bp_commands(self, frame):
        """Runs the commands of the breakpoint hit; true if a prompt is due."""
        number = getattr(self, 'currentbp', False)
        if not number or number not in self.commands:
            return 1
        self.currentbp = 0
        lastcmd = self.lastcmd
        self.setup(frame, None)
        for line in self.commands[number]:
            self.onecmd(line)
        self.lastcmd = lastcmd
        if not self.commands_silent[number]:
            self.print_stack_entry(self.stack[self.curindex])
        if self.commands_doprompt[number]:
            self.cmdloop()
        self.forget()

    def user_return(self, frame, return_value):
        if self._wait_for_mainpyfile:
            return
        frame.f_locals['__return__'] = return_value
        self._say('--Return--')
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        if self._wait_for_mainpyfile:
            return
        t, v, tb = exc_info
        frame.f_locals['__exception__'] = t, v
        name = t if isinstance(t, str) else t.__name__
        self._say(name + ':', _saferepr(v))
        self.interaction(frame, tb)

    def interaction(self, frame, traceback):
        self.setup(frame, traceback)
        self.print_stack_entry(self.stack[self.curindex])
        self.cmdloop()
        self.forget()

    def displayhook(self, obj):
        """Of statements at the prompt: _ is not set."""
        if obj is not None:
            print repr(obj)

    # --- lines

    def default(self, line):
        """A statement, in the frame's namespaces."""
        if line[:1] == '!':
            line = line[1:]
        spaces = self.curframe_locals, self.curframe.f_globals
        saved = sys.stdout, sys.stdin, sys.displayhook
        try:
            code = compile(line + '\n', '<stdin>', 'single')
            sys.stdin, sys.stdout = self.stdin, self.stdout
            sys.displayhook = self.displayhook
            try:
                exec code in spaces[1], spaces[0]
            finally:
                sys.stdout, sys.stdin, sys.displayhook = saved
        except:
            self._fail()

    def precmd(self, line):
        """Aliases, and the first of several commands."""
        if not line.strip():
            return line
        args = line.split()
        while args[0] in self.aliases:
            line = self.aliases[args[0]]
            for i, arg in enumerate(args[1:], 1):
                line = line.replace('%' + str(i), arg)
            line = line.replace('%*', ' '.join(args[1:]))
            args = line.split()
        if args[0] != 'alias':
            marker = line.find(';;')
            if marker >= 0:
                self.cmdqueue.append(line[marker + 2:].lstrip())
                line = line[:marker].rstrip()
        return line

    def onecmd(self, line):
        if self.commands_defining:
            return self.handle_command_def(line)
        return cmd.Cmd.onecmd(self, line)

    def handle_command_def(self, line):
        """One line of `commands`; true at their end."""
        name, arg, line = self.parseline(line)
        if not name:
            return
        if name == 'silent':
            self.commands_silent[self.commands_bnum] = True
            return
        if name == 'end':
            self.cmdqueue = []
            return 1
        self.commands[self.commands_bnum].append(
            name + ' ' + arg if arg else name)
        func = getattr(self, 'do_' + name, self.default)
        if func.func_name in self.commands_resuming:
            self.commands_doprompt[self.commands_bnum] = False
            self.cmdqueue = []
            return 1

    commands_resuming = ['do_continue', 'do_step', 'do_next', 'do_return',
                         'do_quit', 'do_jump']

    def do_commands(self, arg):
        if not arg:
            number = len(bdb.Breakpoint.bpbynumber) - 1
        else:
            try:
                number = int(arg)
            except:
                self._say("Usage : commands [bnum]\n        ...\n        end")
                return
        self.commands_bnum = number
        self.commands[number] = []
        self.commands_doprompt[number] = True
        self.commands_silent[number] = False
        saved, self.prompt = self.prompt, '(com) '
        self.commands_defining = True
        try:
            self.cmdloop()
        finally:
            self.commands_defining = False
            self.prompt = saved

    # --- breakpoints

    def do_break(self, arg, temporary=0):
        if not arg:
            if self.breaks:
                self._say('Num Type         Disp Enb   Where')
                for bp in bdb.Breakpoint.bpbynumber:
                    if bp:
                        bp.bpprint(self.stdout)
            return
        arg, comma, cond = arg.partition(',')
        arg, cond = arg.rstrip(), cond.lstrip() if comma else None
        place = self._break_place(arg)
        if place is None:
            return
        filename, lineno, funcname = place
        line = self.checkline(filename, lineno)
        if not line:
            return
        err = self.set_break(filename, line, temporary, cond, funcname)
        if err:
            self._say('***', err)
        else:
            bp = self.get_breaks(filename, line)[-1]
            self._say('Breakpoint %d at %s:%d' % (bp.number, bp.file, bp.line))

    def _break_place(self, arg):
        """(file, line, function or None) of a break's argument, or None."""
        name, colon, number = arg.rpartition(':')
        if colon:
            name = name.rstrip()
            filename = self.lookupmodule(name)
            if not filename:
                self._say('*** ', repr(name), 'not found from sys.path')
                return None
            try:
                return filename, int(number.lstrip()), None
            except ValueError:
                self._say('*** Bad lineno:', number.lstrip())
                return None
        try:
            return self.defaultFile(), int(arg), None
        except ValueError:
            return self._function_place(arg)

    def _function_place(self, arg):
        try:
            func = eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            func = arg
        code = getattr(getattr(func, 'im_func', func), 'func_code', None)
        if code is not None:
            return code.co_filename, code.co_firstlineno, code.co_name
        ok, filename, line = self.lineinfo(arg)
        if not ok:
            self._say('*** The specified object', repr(arg),
                      'is not a function\nor was not found along sys.path.')
            return None
        return filename, int(line), ok

    def defaultFile(self):
        filename = self.curframe.f_code.co_filename
        if filename == '<string>' and self.mainpyfile:
            return self.mainpyfile
        return filename

    def do_tbreak(self, arg):
        self.do_break(arg, 1)

    def lineinfo(self, identifier):
        """(name, file, line) of a function: name, module.name, 'file:name'."""
        failed = None, None, None
        words = identifier.split("'")
        if len(words) == 1:
            name = words[0].strip()
        elif len(words) == 3:
            name = words[1].strip()
        else:
            return failed
        if not name:
            return failed
        parts = name.split('.')
        if parts[0] == 'self':
            del parts[0]
            if not parts:
                return failed
        filename = self.defaultFile()
        if len(parts) > 1:
            found = self.lookupmodule(parts[0])
            if found:
                filename = found
        return find_function(parts[-1], filename) or failed

    def checkline(self, filename, lineno):
        """The line if there can be a breakpoint, else 0."""
        globs = self.curframe.f_globals if hasattr(self, 'curframe') and \
            self.curframe else None
        line = linecache.getline(filename, lineno, globs)
        if not line:
            self._say('End of file')
            return 0
        line = line.strip()
        if not line or line[0] == '#' or line[:3] in ('"""', "'''"):
            self._say('*** Blank or comment')
            return 0
        return lineno

    def _numbers(self, arg):
        """The numbers in arg that breakpoints may have; names the others."""
        for word in arg.split():
            try:
                number = int(word)
            except ValueError:
                self._say('Breakpoint index %r is not a number' % word)
                continue
            if 0 <= number < len(bdb.Breakpoint.bpbynumber):
                yield number
            else:
                self._say('No breakpoint numbered', number)

    def _numbered(self, arg):
        """Breakpoints of these numbers; says which are none."""
        for number in self._numbers(arg):
            bp = bdb.Breakpoint.bpbynumber[number]
            if bp:
                yield bp

    def do_enable(self, arg):
        for bp in self._numbered(arg):
            bp.enable()

    def do_disable(self, arg):
        for bp in self._numbered(arg):
            bp.disable()

    def _one_breakpoint(self, word):
        try:
            bp = bdb.Breakpoint.bpbynumber[int(word.strip())]
        except ValueError:
            self._say('Breakpoint index %r is not a number' % word)
        except IndexError:
            self._say('Breakpoint index %r is not valid' % word)
        else:
            return bp

    def do_condition(self, arg):
        args = arg.split(' ', 1)
        bp = self._one_breakpoint(args[0])
        if not bp:
            return
        bp.cond = args[1] if len(args) > 1 else None
        if not bp.cond:
            self._say('Breakpoint', bp.number, 'is now unconditional.')

    def do_ignore(self, arg):
        args = arg.split()
        if not args:
            self._say('Breakpoint index %r is not a number' % '')
            return
        try:
            count = int(args[1].strip())
        except:
            count = 0
        bp = self._one_breakpoint(args[0])
        if not bp:
            return
        bp.ignore = count
        if count > 0:
            text = '%d crossings' % count if count > 1 else '1 crossing'
            self._say('Will ignore next %s of breakpoint %d.' %
                      (text, bp.number))
        else:
            self._say('Will stop next time breakpoint', bp.number,
                      'is reached.')

    def do_clear(self, arg):
        if not arg:
            try:
                reply = raw_input('Clear all breaks? ')
            except EOFError:
                reply = 'no'
            if reply.strip().lower() in ('y', 'yes'):
                self.clear_all_breaks()
            return
        if ':' in arg:
            filename, _, number = arg.rpartition(':')
            try:
                lineno = int(number)
            except ValueError:
                err = 'Invalid line number (%s)' % number
            else:
                err = self.clear_break(filename, lineno)
            if err:
                self._say('***', err)
            return
        for number in self._numbers(arg):
            err = self.clear_bpbynumber(number)
            if err:
                self._say('***', err)
            else:
                self._say('Deleted breakpoint', number)

    # --- the stack

    def do_where(self, arg):
        self.print_stack_trace()

    def do_up(self, arg):
        if self.curindex == 0:
            self._say('*** Oldest frame')
        else:
            self._select(self.curindex - 1)
            self.print_stack_entry(self.stack[self.curindex])

    def do_down(self, arg):
        if self.curindex + 1 == len(self.stack):
            self._say('*** Newest frame')
        else:
            self._select(self.curindex + 1)
            self.print_stack_entry(self.stack[self.curindex])

    def print_stack_trace(self):
        try:
            for entry in self.stack:
                self.print_stack_entry(entry)
        except KeyboardInterrupt:
            pass

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        prefix = '>' if frame_lineno[0] is self.curframe else ' '
        self._say(prefix, self.format_stack_entry(frame_lineno,
                                                  prompt_prefix))

    # --- going on

    def do_until(self, arg):
        self.set_until(self.curframe)
        return 1

    def do_step(self, arg):
        self.set_step()
        return 1

    def do_next(self, arg):
        self.set_next(self.curframe)
        return 1

    def do_return(self, arg):
        self.set_return(self.curframe)
        return 1

    def do_continue(self, arg):
        self.set_continue()
        return 1

    def do_run(self, arg):
        if arg:
            import shlex
            program = sys.argv[0:1]
            sys.argv = shlex.split(arg)
            sys.argv[:0] = program
        raise Restart

    do_restart = do_run

    def do_jump(self, arg):
        if self.curindex + 1 != len(self.stack):
            self._say('*** You can only jump within the bottom frame')
            return
        try:
            lineno = int(arg)
        except ValueError:
            self._say("*** The 'jump' command requires a line number.")
            return
        try:
            self.curframe.f_lineno = lineno
        except ValueError, e:
            self._say('*** Jump failed:', e)
        else:
            self.stack[self.curindex] = self.stack[self.curindex][0], lineno
            self.print_stack_entry(self.stack[self.curindex])

    def do_debug(self, arg):
        sys.settrace(None)
        inner = Pdb(self.completekey, self.stdin, self.stdout)
        inner.prompt = '(%s) ' % self.prompt.strip()
        self._say('ENTERING RECURSIVE DEBUGGER')
        sys.call_tracing(inner.run, (arg, self.curframe.f_globals,
                                     self.curframe_locals))
        self._say('LEAVING RECURSIVE DEBUGGER')
        sys.settrace(self.trace_dispatch)
        self.lastcmd = inner.lastcmd

    def do_quit(self, arg):
        self._user_requested_quit = 1
        self.set_quit()
        return 1

    def do_EOF(self, arg):
        self._say()
        return self.do_quit(arg)

    # --- looking

    def do_args(self, arg):
        code = self.curframe.f_code
        n = code.co_argcount + bool(code.co_flags & 4) + \
            bool(code.co_flags & 8)
        for name in code.co_varnames[:n]:
            value = self.curframe_locals.get(name, '*** undefined ***')
            self._say(name, '=', repr(value)
                      if name in self.curframe_locals else value)

    def do_retval(self, arg):
        if '__return__' in self.curframe_locals:
            self._say(self.curframe_locals['__return__'])
        else:
            self._say('*** Not yet returned!')

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            self._fail()
            raise

    def do_p(self, arg):
        try:
            print >>self.stdout, repr(self._getval(arg))
        except:
            pass

    def do_pp(self, arg):
        try:
            pprint.pprint(self._getval(arg), self.stdout)
        except:
            pass

    def _list_range(self, arg):
        """First and last line, or None when the argument is wrong."""
        if not arg:
            if self.lineno is None:
                first = max(1, self.curframe.f_lineno - 5)
            else:
                first = self.lineno + 1
            return first, first + 10
        try:
            x = eval(arg, {}, {})
            if isinstance(x, tuple):
                first, last = int(x[0]), int(x[1])
                return first, first + last if last < first else last
            first = max(1, int(x) - 5)
            return first, first + 10
        except:
            self._say('*** Error in argument:', repr(arg))

    def do_list(self, arg):
        self.lastcmd = 'list'
        lines = self._list_range(arg)
        if lines is None:
            return
        filename = self.curframe.f_code.co_filename
        breaks = self.get_file_breaks(filename)
        for lineno in range(lines[0], lines[1] + 1):
            line = linecache.getline(filename, lineno, self.curframe.f_globals)
            if not line:
                self._say('[EOF]')
                break
            s = repr(lineno).rjust(3).ljust(4)
            s += 'B' if lineno in breaks else ' '
            if lineno == self.curframe.f_lineno:
                s += '->'
            self.stdout.write(s + '\t' + line)
            self.lineno = lineno

    def do_whatis(self, arg):
        try:
            value = eval(arg, self.curframe.f_globals, self.curframe_locals)
        except:
            self._fail()
            return
        code = getattr(value, 'func_code', None)
        if code is not None:
            self._say('Function', code.co_name)
            return
        code = getattr(getattr(value, 'im_func', None), 'func_code', None)
        if code is not None:
            self._say('Method', code.co_name)
            return
        self._say(type(value))

    def do_alias(self, arg):
        args = arg.split()
        if not args:
            for name in sorted(self.aliases):
                self._say(name, '=', self.aliases[name])
        elif args[0] in self.aliases and len(args) == 1:
            self._say(args[0], '=', self.aliases[args[0]])
        else:
            self.aliases[args[0]] = ' '.join(args[1:])

    def do_unalias(self, arg):
        args = arg.split()
        if args and args[0] in self.aliases:
            del self.aliases[args[0]]

    # --- short names

    do_b, do_c, do_cont = do_break, do_continue, do_continue
    do_cl, do_u, do_d, do_n, do_s = do_clear, do_up, do_down, do_next, do_step
    do_unt, do_r, do_j = do_until, do_return, do_jump
    do_q = do_exit = do_quit
    do_a, do_rv, do_l, do_w, do_bt = do_args, do_retval, do_list, do_where, \
        do_where

    # --- help

    _help = {
        'break': 'b(reak) ([file:]lineno | function) [, condition]: a '
                 'breakpoint; without argument all are listed.',
        'tbreak': 'tbreak: a breakpoint that is gone once it was hit.',
        'enable': 'enable bpnumber [bpnumber ...]',
        'disable': 'disable bpnumber [bpnumber ...]',
        'ignore': 'ignore bpnumber count: passes it so many times.',
        'condition': 'condition bpnumber [str_condition]',
        'clear': 'cl(ear) [filename:lineno | bpnumber [bpnumber ...]]',
        'commands': 'commands [bpnumber]: what is done when it is hit, up to '
                    '"end"; "silent" shows no line.',
        'step': 's(tep): runs to the next line of any function.',
        'next': 'n(ext): runs to the next line of this function.',
        'until': 'unt(il): runs to a later line of this function.',
        'return': 'r(eturn): runs to the end of this function.',
        'continue': 'c(ont(inue)): runs to the next breakpoint.',
        'jump': 'j(ump) lineno: goes on there, in the bottom frame.',
        'where': 'w(here): the stack; > is the current frame.',
        'up': 'u(p): to the caller.',
        'down': 'd(own): to the called.',
        'list': 'l(ist) [first [,last]]: source.',
        'args': 'a(rgs): arguments of this function.',
        'retval': 'retval: what the function returns.',
        'p': 'p expression: its value.',
        'pp': 'pp expression: its value, over several lines.',
        'whatis': 'whatis arg: its type.',
        'alias': 'alias [name [command [parameter ...]]]: %1, %2 stand for '
                 'parameters, %* for all.',
        'unalias': 'unalias name',
        'run': 'run [args...]: starts the program anew.',
        'debug': 'debug code: a debugger of its own for it.',
        'quit': 'q(uit) or exit: ends the program.',
        'EOF': 'EOF: the same.',
        'exec': '(!) statement: runs it in this frame.',
        'pdb': 'The debugger; "help" lists its commands.',
    }
    _short = {'b': 'break', 'cl': 'clear', 'c': 'continue', 's': 'step',
              'n': 'next', 'unt': 'until', 'r': 'return', 'j': 'jump',
              'w': 'where', 'bt': 'where', 'u': 'up', 'd': 'down',
              'l': 'list', 'a': 'args', 'rv': 'retval', 'q': 'quit',
              'exit': 'quit', 'cont': 'continue', 'restart': 'run',
              'h': 'pdb', 'help': 'pdb'}

    def do_help(self, arg):
        text = self._help.get(self._short.get(arg, arg))
        if arg and text:
            self._say(text)
        else:
            cmd.Cmd.do_help(self, arg)

    do_h = do_help

    # --- files

    def lookupmodule(self, filename):
        """The source file of a name, along sys.path or, as a compiled program
        need not lie beside its source, beside that of the frame; or None."""
        if os.path.isabs(filename) and os.path.exists(filename):
            return filename
        f = os.path.join(sys.path[0], filename)
        if os.path.exists(f) and self.canonic(f) == self.mainpyfile:
            return f
        if os.path.splitext(filename)[1] == '':
            filename = filename + '.py'
        if os.path.isabs(filename):
            return filename
        beside = os.path.dirname(self.curframe.f_code.co_filename)
        for folder in sys.path + [beside]:
            full = os.path.join(os.path.realpath(folder), filename)
            if os.path.exists(full):
                return full
        return None

    def _runscript(self, filename):
        import __main__
        __main__.__dict__.clear()
        __main__.__dict__.update({"__name__": "__main__",
                                  "__file__": filename,
                                  "__builtins__": __builtins__})
        self._wait_for_mainpyfile = 1
        self.mainpyfile = self.canonic(filename)
        self._user_requested_quit = 0
        self.run('execfile(%r)' % filename)


def run(statement, globals=None, locals=None):
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    return Pdb().runcall(*args, **kwds)


def set_trace():
    Pdb().set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    """A prompt over a traceback, by default that of the exception at hand."""
    if t is None:
        t = sys.exc_info()[2]
        if t is None:
            raise ValueError("A valid traceback must be passed if no "
                             "exception is being handled")
    p = Pdb()
    p.reset()
    p.interaction(None, t)


def pm():
    post_mortem(sys.last_traceback)


def help():
    print "break clear commands condition enable disable ignore tbreak"
    print "step next until return continue jump run quit"
    print "where up down list args retval p pp whatis alias unalias debug"


def main():
    if not sys.argv[1:] or sys.argv[1] in ("--help", "-h"):
        print "usage: pdb.py scriptfile [arg] ..."
        sys.exit(2)
    mainpyfile = sys.argv[1]
    if not os.path.exists(mainpyfile):
        print 'Error:', mainpyfile, 'does not exist'
        sys.exit(1)
    del sys.argv[0]
    sys.path[0] = os.path.dirname(mainpyfile)
    pdb = Pdb()
    while True:
        try:
            pdb._runscript(mainpyfile)
            if pdb._user_requested_quit:
                break
            print "The program finished and will be restarted"
        except Restart:
            print "Restarting", mainpyfile, "with arguments:"
            print "\t" + " ".join(sys.argv[1:])
        except SystemExit:
            print "The program exited via sys.exit(). Exit status:",
            print sys.exc_info()[1]
        except SyntaxError:
            traceback.print_exc()
            sys.exit(1)
        except:
            traceback.print_exc()
            print "Uncaught exception. Entering post mortem debugging"
            print "Running 'cont' or 'step' will restart the program"
            t = sys.exc_info()[2]
            pdb.interaction(None, t)
            print "Post mortem debugger finished. The " + mainpyfile + \
                " will be restarted"


if __name__ == '__main__':
    # The debugged program becomes __main__, whose globals go.
    import pdb
    pdb.main()
