"""Prompts like the interpreter's own, to be built into programs."""
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ["InteractiveInterpreter", "InteractiveConsole", "interact",
           "compile_command"]


def softspace(file, newvalue):
    """Sets file.softspace where the file has it; what it was before."""
    oldvalue = 0
    try:
        oldvalue = file.softspace
    except AttributeError:
        pass
    try:
        file.softspace = newvalue
    except (AttributeError, TypeError):
        pass
    return oldvalue


class InteractiveInterpreter:
    """Runs source text in a namespace and reports its errors."""

    def __init__(self, locals=None):
        if locals is None:
            locals = {"__name__": "__console__", "__doc__": None}
        self.locals = locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename="<input>", symbol="single"):
        """Runs a complete command; True if more lines are needed."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        """Runs a code object; only SystemExit gets out."""
        try:
            exec code in self.locals
        except SystemExit:
            raise
        except:
            self.showtraceback()
        else:
            if softspace(sys.stdout, 0):
                print

    def showsyntaxerror(self, filename=None):
        """Reports the SyntaxError being handled, with this file name."""
        type, value, sys.last_traceback = sys.exc_info()
        sys.last_type = type
        sys.last_value = value
        if filename and type is SyntaxError:
            try:
                msg, (old_name, lineno, offset, line) = value
            except (TypeError, ValueError):
                pass
            else:
                value = SyntaxError(msg, (filename, lineno, offset, line))
                sys.last_value = value
        map(self.write, traceback.format_exception_only(type, value))

    def showtraceback(self):
        """Reports the exception being handled, without this module's frame."""
        try:
            type, value, tb = sys.exc_info()
            sys.last_type = type
            sys.last_value = value
            sys.last_traceback = tb
            entries = traceback.extract_tb(tb)[1:]
            lines = traceback.format_list(entries)
            if lines:
                lines.insert(0, "Traceback (most recent call last):\n")
            lines.extend(traceback.format_exception_only(type, value))
        finally:
            tb = None
        map(self.write, lines)

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    """The same with a prompt: collects lines until a command is complete."""

    def __init__(self, locals=None, filename="<console>"):
        InteractiveInterpreter.__init__(self, locals)
        self.filename = filename
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def _greet(self, banner):
        if banner:
            self.write("%s\n" % str(banner))
        elif banner is None:
            hint = 'Type "help", "copyright", "credits" or "license" for ' \
                   'more information.'
            self.write("Python %s on %s\n%s\n(%s)\n" %
                       (sys.version, sys.platform, hint,
                        self.__class__.__name__))

    def interact(self, banner=None):
        """Reads and runs commands until the end of the input."""
        if not hasattr(sys, "ps1"):
            sys.ps1 = ">>> "
        if not hasattr(sys, "ps2"):
            sys.ps2 = "... "
        self._greet(banner)
        more = 0
        while 1:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                    encoding = getattr(sys.stdin, "encoding", None)
                    if encoding and not isinstance(line, unicode):
                        line = line.decode(encoding)
                except EOFError:
                    self.write("\n")
                    break
                more = self.push(line)
            except KeyboardInterrupt:
                self.write("\nKeyboardInterrupt\n")
                self.resetbuffer()
                more = 0

    def push(self, line):
        """Adds a line without its end; True if more lines are needed."""
        self.buffer.append(line)
        more = self.runsource("\n".join(self.buffer), self.filename)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=""):
        return raw_input(prompt)


def interact(banner=None, readfunc=None, local=None):
    """A prompt in the namespace `local`; readfunc replaces raw_input."""
    console = InteractiveConsole(local)
    if readfunc is not None:
        console.raw_input = readfunc
    else:
        try:
            import readline
        except ImportError:
            pass
    console.interact(banner)
