"""The prompt of the python command."""

import code
import os
import sys


def _line(prompt):
    """The next line; prompts go to stderr where there is no terminal."""
    if os.isatty(0) and os.isatty(1):
        return raw_input(prompt) + '\n'
    sys.stdout.flush()
    sys.stderr.write(str(prompt))
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _source(lines):
    """Statements as typed: literals are in the terminal's encoding."""
    text = ''.join(lines)
    if (sys.stdin.encoding or '').upper() in ('UTF-8', 'UTF8'):
        try:
            return text.decode('utf-8')
        except UnicodeDecodeError:
            pass
    return text


class Console(code.InteractiveInterpreter):
    """Like code's, but for errors, which sys.excepthook shows."""

    def __init__(self, names, filename):
        code.InteractiveInterpreter.__init__(self, names)
        self.filename = filename

    def statement(self):
        """Reads and runs one; False behind the last."""
        lines = []
        prompt = sys.ps1
        while True:
            try:
                lines.append(_line(prompt))
            except EOFError:
                if lines:
                    self.end_amid(_source(lines))
                return bool(lines)
            prompt = sys.ps2
            if lines[-1].endswith('\n') and not self.runsource(
                    _source(lines)[:-1], self.filename):
                return True

    def end_amid(self, text):
        """The input ends, maybe amid a statement."""
        sys.stderr.write('\n')
        try:
            code = compile(text + '\n', self.filename, 'single')
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(self.filename)
        else:
            self.runcode(code)

    def showtraceback(self):
        type, value, tb = sys.exc_info()
        while tb is not None and tb.tb_frame.f_code.co_filename != \
                self.filename:
            tb = tb.tb_next
        sys.last_type, sys.last_value, sys.last_traceback = type, value, tb
        sys.excepthook(type, value, tb)

    def showsyntaxerror(self, filename=None):
        type, value, tb = sys.exc_info()
        sys.last_type, sys.last_value, sys.last_traceback = type, value, None
        sys.excepthook(type, value, None)


def run_startup(console):
    """The file that PYTHONSTARTUP names."""
    name = os.environ.get('PYTHONSTARTUP')
    if not name or sys.flags.ignore_environment:
        return
    try:
        f = open(name)
    except IOError as e:
        sys.stderr.write('Could not open PYTHONSTARTUP\nIOError: %s\n' % e)
        return
    with f:
        text = f.read()
    try:
        console.runcode(compile(text, name, 'exec', 0, True))
    except SyntaxError:
        console.showsyntaxerror(name)


def run(names):
    """Reads and runs statements in the dict of __main__ until the end."""
    console = Console(names, '<stdin>')
    if os.isatty(0) and os.isatty(1):
        try:
            import readline
        except ImportError:
            pass
    run_startup(console)
    for name, prompt in (('ps1', '>>> '), ('ps2', '... ')):
        if not hasattr(sys, name):
            setattr(sys, name, prompt)
    more = True
    while more:
        # An interrupt may come between two statements as well.
        try:
            while more:
                more = console.statement()
        except KeyboardInterrupt:
            sys.stderr.write('\nKeyboardInterrupt\n')
    sys.stderr.write('\n')
