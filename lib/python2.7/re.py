"""Regular expressions, on the pattern objects of the module _re."""
import copy_reg
import _re
from _re import compile as _pattern
from sre_constants import error

__all__ = ["match", "search", "sub", "subn", "split", "findall",
           "compile", "purge", "template", "escape", "I", "L", "M", "S", "X",
           "U", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
           "UNICODE", "error", "finditer"]

__version__ = "2.2.1"

TEMPLATE = T = 1
IGNORECASE = I = 2
LOCALE = L = 4
MULTILINE = M = 8
DOTALL = S = 16
UNICODE = U = 32
VERBOSE = X = 64
DEBUG = 128

_pattern_type = _re.Pattern
_MAXCACHE = 100


def match(pattern, string, flags=0):
    """Matches at the start of the string; None or a match object."""
    return _pattern(pattern, flags).match(string)


def search(pattern, string, flags=0):
    """Looks for the first match in the string; None or a match object."""
    return _pattern(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with the matches replaced by repl, a text or a function."""
    return _pattern(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """Like sub(), but (new string, number of replacements)."""
    return _pattern(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The pieces of the string between the matches."""
    return _pattern(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """The texts, or tuples of groups, of all matches."""
    return _pattern(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over the match objects of all matches."""
    return _pattern(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A pattern object."""
    return _pattern(pattern, flags)


def _compile(pattern, flags=0):
    """What pickled patterns name."""
    return _pattern(pattern, flags)


def purge():
    """Forgets the compiled patterns."""
    _re.purge()


def template(pattern, flags=0):
    """A pattern object compiled with the flag TEMPLATE."""
    return _pattern(pattern, flags | T)


def escape(pattern):
    """The pattern with all but ASCII letters and digits escaped."""
    return _re.escape(pattern)


def _pickle(p):
    return _compile, (p.pattern, p.flags)

copy_reg.pickle(_pattern_type, _pickle, _compile)


class Scanner:
    """Splits text into tokens by a list of (pattern, action) pairs."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        groups = []
        self._first_groups = firsts = []
        number = 1
        for phrase, action in lexicon:
            firsts.append(number)
            number += 1 + compile(phrase, flags).groups
            groups.append("(%s)" % phrase)
        self.scanner = compile("|".join(groups), flags)

    def scan(self, string):
        result = []
        match = self.scanner.scanner(string).match
        i = 0
        while 1:
            m = match()
            if not m:
                break
            j = m.end()
            if i == j:
                break
            action = self.lexicon[self._first_groups.index(m.lastindex)][1]
            if hasattr(action, "__call__"):
                self.match = m
                action = action(self, m.group())
            if action is not None:
                result.append(action)
            i = j
        return result, string[i:]
