"""Is a piece of source text complete, or does it go on in the next line?

A prompt asks that after each line.  The text is compiled as it is and with one
and two newlines added: text that is wrong in the same way with more lines is
wrong, text whose error moves is incomplete.
"""
import __future__

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_features = [getattr(__future__, fname)
             for fname in __future__.all_feature_names]

# Leaves blocks at the end of the text open.
PyCF_DONT_IMPLY_DEDENT = 0x200


def _only_comments(source):
    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != '#':
            return False
    return True


def _attempt(compiler, source, filename, symbol):
    """(code, None) or (None, the error)."""
    try:
        return compiler(source, filename, symbol), None
    except SyntaxError, err:
        return None, err


def _maybe_compile(compiler, source, filename, symbol):
    if symbol != "eval" and _only_comments(source):
        source = "pass"
    code = _attempt(compiler, source, filename, symbol)[0]
    one, err1 = _attempt(compiler, source + "\n", filename, symbol)
    two, err2 = _attempt(compiler, source + "\n\n", filename, symbol)
    if code:
        return code
    if not one and repr(err1) == repr(err2):
        raise err1


def _compile(source, filename, symbol):
    return compile(source, filename, symbol, PyCF_DONT_IMPLY_DEDENT)


def compile_command(source, filename="<input>", symbol="single"):
    """The code object of a complete command; None if more lines are needed.

    Raises SyntaxError, OverflowError or ValueError when the text cannot become
    right with more lines.  symbol is "single", "exec" or "eval".
    """
    return _maybe_compile(_compile, source, filename, symbol)


class Compile:
    """compile() that remembers the future statements it has seen."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT

    def __call__(self, source, filename, symbol):
        code = compile(source, filename, symbol, self.flags, 1)
        for feature in _features:
            if code.co_flags & feature.compiler_flag:
                self.flags |= feature.compiler_flag
        return code


class CommandCompiler:
    """compile_command() that remembers future statements."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _maybe_compile(self.compiler, source, filename, symbol)
