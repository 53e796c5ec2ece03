"""Runs the examples in docstrings and text files and compares what they print.

An example is source text behind `>>> ` and `... `; the lines below it, up to a
blank line or the next example, are the output that is wanted.

    testmod()       the docstrings of a module
    testfile(name)  a text file
"""
import __future__
import difflib
import inspect
import linecache
import os
import re
import sys
import tempfile
import traceback
import types
import unittest
import warnings
from StringIO import StringIO
from collections import namedtuple

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
    "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
    "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "Example", "DocTest",
    "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker",
    "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod",
    "testfile", "run_docstring_examples", "Tester", "DocTestSuite",
    "DocFileSuite", "set_unittest_reportflags", "script_from_examples",
    "testsource", "debug_src", "debug",
]

TestResults = namedtuple("TestResults", "failed attempted")

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The flag of this name, a new one if need be."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE |
                    NORMALIZE_WHITESPACE | ELLIPSIS | SKIP |
                    IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF |
                   REPORT_ONLY_FIRST_FAILURE)

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


_encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"


def _indent(s, indent=4):
    if isinstance(s, unicode):
        s = s.encode(_encoding, "backslashreplace")
    pad = indent * " "
    return "".join([pad + line if line.strip("\n") else line
                    for line in s.splitlines(True)])


def _flags_of_globals(globs):
    flags = 0
    for name in __future__.all_feature_names:
        feature = globs.get(name)
        if feature is getattr(__future__, name):
            flags |= feature.compiler_flag
    return flags


def _module_of(module):
    if inspect.ismodule(module):
        return module
    if isinstance(module, (str, unicode)):
        return __import__(module, globals(), locals(), ["*"])
    raise TypeError("Expected a module, string, or None")


def _ellipsis_match(want, got):
    """Does got match want, where `...` stands for anything?"""
    if ELLIPSIS_MARKER not in want:
        return want == got
    parts = want.split(ELLIPSIS_MARKER)
    first, last = parts[0], parts[-1]
    start, end = len(first), len(got) - len(last)
    if not (got.startswith(first) and got.endswith(last)) or start > end:
        return False
    for part in parts[1:-1]:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


class Example:
    """One piece of source text with the output, or exception, it should have.
    """

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0,
                 options=None):
        if not source.endswith("\n"):
            source += "\n"
        if want and not want.endswith("\n"):
            want += "\n"
        if exc_msg is not None and not exc_msg.endswith("\n"):
            exc_msg += "\n"
        self.source = source
        self.want = want
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options
        self.exc_msg = exc_msg

    def _key(self):
        return (self.source, self.want, self.lineno, self.indent,
                self.options, self.exc_msg)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent,
                     self.exc_msg))


class DocTest:
    """The examples of one docstring, to be run in one namespace."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        if isinstance(examples, basestring):
            raise AssertionError("DocTest no longer accepts str; use "
                                 "DocTestParser instead")
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        n = len(self.examples)
        text = "no examples" if n == 0 else "1 example" if n == 1 else \
            "%d examples" % n
        return "<DocTest %s from %s:%s (%s)>" % (self.name, self.filename,
                                                 self.lineno, text)

    def _key(self):
        return (self.examples, self.docstring, self.globs, self.name,
                self.filename, self.lineno)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __cmp__(self, other):
        if not isinstance(other, DocTest):
            return -1
        return cmp((self.name, self.filename, self.lineno, id(self)),
                   (other.name, other.filename, other.lineno, id(other)))


_PROMPT = re.compile(r"( *)>>>($|[^\n])")
_CONTINUED = re.compile(r" *\.\.\.")
_OPTION = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
_TRACEBACK = re.compile(r"Traceback \((?:most recent call last|"
                        r"innermost last)\):\s*$")


def _exception_wanted(want):
    """The text of the exception that a wanted traceback ends in, or None."""
    lines = want.splitlines(True)
    if not lines or not _TRACEBACK.match(lines[0]):
        return None
    for i in range(1, len(lines)):
        if re.match(r"\w", lines[i]):
            return "".join(lines[i:])
    return None


class DocTestParser:
    """Finds the examples in a text."""

    def parse(self, string, name="<string>"):
        """A list: texts between examples, and Example objects."""
        lines = string.expandtabs().split("\n")
        indent = self._common_indent(lines)
        lines = [line[indent:] for line in lines]
        output, text, i = [], [], 0
        while i < len(lines):
            if not _PROMPT.match(lines[i]):
                text.append(lines[i])
                i += 1
                continue
            output.append("\n".join(text) + "\n" if text else "")
            text = []
            example, i = self._example(lines, i, name)
            if example is not None:
                output.append(example)
        output.append("\n".join(text))
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename,
                       lineno, string)

    def get_examples(self, string, name="<string>"):
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def _common_indent(self, lines):
        widths = [len(line) - len(line.lstrip(" ")) for line in lines
                  if line.strip()]
        return min(widths) if widths else 0

    def _example(self, lines, i, name):
        """The example that starts in line i, and the line behind it."""
        start = i
        indent = len(_PROMPT.match(lines[i]).group(1))
        i += 1
        while i < len(lines) and _CONTINUED.match(lines[i]):
            i += 1
        source = self._source(lines[start:i], indent, name, start)
        first = i
        while (i < len(lines) and lines[i].strip() and
               not re.match(r" *>>>", lines[i])):
            i += 1
        want_lines = self._want(lines[first:i], indent, name, first)
        options = self._options(source, name, start)
        if all(not line.strip() or line.lstrip().startswith("#")
               for line in source.split("\n")):
            if options:
                raise ValueError("line %r of the doctest for %s has an option "
                                 "directive on a line with no example: %r" %
                                 (start, name, source))
            return None, i
        want = "\n".join(want_lines)
        return Example(source, want, _exception_wanted(want), start, indent,
                       options), i

    def _source(self, lines, indent, name, lineno):
        for k, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError("line %r of the docstring for %s lacks blank "
                                 "after %s: %r" %
                                 (lineno + k + 1, name,
                                  line[indent:indent + 3], line))
        for k, line in enumerate(lines):
            if not line.startswith(" " * indent):
                raise ValueError("line %r of the docstring for %s has "
                                 "inconsistent leading whitespace: %r" %
                                 (lineno + k, name, line))
        return "\n".join([line[indent + 4:] for line in lines])

    def _want(self, lines, indent, name, lineno):
        for k, line in enumerate(lines):
            if line and not line.startswith(" " * indent):
                raise ValueError("line %r of the docstring for %s has "
                                 "inconsistent leading whitespace: %r" %
                                 (lineno + k + 1, name, line))
        return [line[indent:] for line in lines]

    def _options(self, source, name, lineno):
        options = {}
        for match in _OPTION.finditer(source):
            for option in match.group(1).replace(",", " ").split():
                if (option[0] not in "+-" or
                        option[1:] not in OPTIONFLAGS_BY_NAME):
                    raise ValueError("line %r of the doctest for %s has an "
                                     "invalid option: %r" %
                                     (lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        return options


class DocTestFinder:
    """Finds the docstrings with examples of an object and what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True,
                 exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when "
                                 "obj.__name__ doesn't exist: %r" %
                                 (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, self._lines_of(obj, module),
                   globs, {})
        tests.sort()
        return tests

    def _lines_of(self, obj, module):
        try:
            filename = inspect.getsourcefile(obj) or inspect.getfile(obj)
        except TypeError:
            return None
        if module is None:
            return linecache.getlines(filename) or None
        return linecache.getlines(filename, module.__dict__) or None

    def _from_module(self, module, obj):
        if module is None:
            return True
        if inspect.getmodule(obj) is not None:
            return module is inspect.getmodule(obj)
        if inspect.isfunction(obj):
            return module.__dict__ is obj.func_globals
        if inspect.isclass(obj):
            return module.__name__ == obj.__module__
        if hasattr(obj, "__module__"):
            return module.__name__ == obj.__module__
        if isinstance(obj, property):
            return True
        raise ValueError("object must be a class or function")

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            self._find_in_module(tests, obj, name, module, lines, globs, seen)
        if inspect.isclass(obj):
            self._find_in_class(tests, obj, name, module, lines, globs, seen)

    def _find_in_module(self, tests, obj, name, module, lines, globs, seen):
        for key, val in obj.__dict__.items():
            if ((inspect.isfunction(val) or inspect.isclass(val)) and
                    self._from_module(module, val)):
                self._find(tests, val, "%s.%s" % (name, key), module, lines,
                           globs, seen)
        for key, val in getattr(obj, "__test__", {}).items():
            if not isinstance(key, basestring):
                raise ValueError("DocTestFinder.find: __test__ keys must be "
                                 "strings: %r" % (type(key),))
            self._find(tests, val, "%s.__test__.%s" % (name, key), module,
                       lines, globs, seen)

    def _find_in_class(self, tests, obj, name, module, lines, globs, seen):
        for key, val in obj.__dict__.items():
            if isinstance(val, staticmethod):
                val = getattr(obj, key)
            if isinstance(val, classmethod):
                val = getattr(obj, key).im_func
            if ((inspect.isfunction(val) or inspect.isclass(val) or
                 isinstance(val, property)) and
                    self._from_module(module, val)):
                self._find(tests, val, "%s.%s" % (name, key), module, lines,
                           globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        if isinstance(obj, basestring):
            docstring = obj
        else:
            docstring = getattr(obj, "__doc__", None)
            if docstring is None:
                docstring = ""
            elif not isinstance(docstring, basestring):
                docstring = str(docstring)
        lineno = self._find_lineno(obj, lines)
        if self._exclude_empty and not docstring:
            return None
        filename = None
        if module is not None:
            filename = getattr(module, "__file__", module.__name__)
            if filename[-4:] in (".pyc", ".pyo"):
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename,
                                        lineno)

    def _find_lineno(self, obj, lines):
        """The docstring's line, from 0; None when it is not known."""
        lineno = None
        if inspect.ismodule(obj):
            lineno = 0
        elif inspect.isclass(obj) and lines is not None:
            start = re.compile(r"^\s*class\s*%s\b" %
                               getattr(obj, "__name__", "-"))
            for i, line in enumerate(lines):
                if start.match(line):
                    lineno = i
                    break
        if inspect.ismethod(obj):
            obj = obj.im_func
        if inspect.isfunction(obj):
            obj = obj.func_code
        if inspect.iscode(obj):
            lineno = getattr(obj, "co_firstlineno", None) - 1
        if lineno is None:
            return None
        if lines is None:
            return lineno + 1
        quote = re.compile(r"(^|.*:)\s*\w*(\"|')")
        for i in range(lineno, len(lines)):
            if quote.match(lines[i]):
                return i
        return None


class OutputChecker:
    """Compares outputs, and shows how they differ."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r"(?m)^%s\s*?$" % re.escape(BLANKLINE_MARKER), "",
                          want)
            got = re.sub(r"(?m)^\s*?$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got = " ".join(got.split())
            want = " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and _ellipsis_match(want, got))

    def _wants_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        if optionflags & REPORT_NDIFF:
            return True
        return want.count("\n") > 2 and got.count("\n") > 2

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._wants_diff(want, got, optionflags):
            return self._diff(want.splitlines(True), got.splitlines(True),
                              optionflags)
        if want and got:
            return "Expected:\n%sGot:\n%s" % (_indent(want), _indent(got))
        if want:
            return "Expected:\n%sGot nothing\n" % _indent(want)
        if got:
            return "Expected nothing\nGot:\n%s" % _indent(got)
        return "Expected nothing\nGot nothing\n"

    def _diff(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            diff = list(difflib.unified_diff(want, got, n=2))[2:]
            kind = "unified diff with -expected +actual"
        elif optionflags & REPORT_CDIFF:
            diff = list(difflib.context_diff(want, got, n=2))[2:]
            kind = "context diff with expected followed by actual"
        else:
            engine = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK)
            diff = list(engine.compare(want, got))
            kind = "ndiff with -expected +actual"
        diff = [line.rstrip() + "\n" for line in diff]
        return "Differences (%s):\n" % kind + _indent("".join(diff))


class _Output(StringIO):
    """What an example prints."""

    def getvalue(self):
        result = StringIO.getvalue(self)
        if result and not result.endswith("\n"):
            result += "\n"
        if hasattr(self, "softspace"):
            del self.softspace
        return result

    def truncate(self, size=None):
        StringIO.truncate(self, size)
        if hasattr(self, "softspace"):
            del self.softspace
        if not self.buf:
            self.buf = ""


def _exception_text(exc_info):
    lines = ["Traceback (most recent call last):\n"]
    lines += traceback.format_tb(exc_info[2])
    lines += traceback.format_exception_only(*exc_info[:2])
    return "".join(lines)


def _exception_name(message):
    """The name of the class that a message starts with."""
    return message.split("\n")[0].split(":")[0].split(".")[-1]


class DocTestRunner:
    """Runs tests and counts what failed."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        if verbose is None:
            verbose = "-v" in sys.argv
        self._verbose = verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}
        self._fakeout = _Output()

    def report_start(self, out, test, example):
        if not self._verbose:
            return
        if example.want:
            out("Trying:\n" + _indent(example.source) + "Expecting:\n" +
                _indent(example.want))
        else:
            out("Trying:\n" + _indent(example.source) + "Expecting nothing\n")

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) +
            self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n" +
            _indent(_exception_text(exc_info)))

    def _failure_header(self, test, example):
        out = [self.DIVIDER]
        if test.filename:
            if test.lineno is not None and example.lineno is not None:
                lineno = test.lineno + example.lineno + 1
            else:
                lineno = "?"
            out.append('File "%s", line %s, in %s' %
                       (test.filename, lineno, test.name))
        else:
            out.append("Line %s, in %s" % (example.lineno + 1, test.name))
        out.append("Failed example:")
        out.append(_indent(example.source))
        return "\n".join(out)

    def _run_example(self, test, example, number, compileflags):
        """The exc_info of the exception that the example raises, or None."""
        filename = "<doctest %s[%d]>" % (test.name, number)
        try:
            exec compile(example.source, filename, "single", compileflags,
                         1) in test.globs
            return None
        except KeyboardInterrupt:
            raise
        except:
            return sys.exc_info()

    def _exception_matches(self, example, exc_msg):
        if self._checker.check_output(example.exc_msg, exc_msg,
                                      self.optionflags):
            return True
        if not self.optionflags & IGNORE_EXCEPTION_DETAIL:
            return False
        return self._checker.check_output(_exception_name(example.exc_msg),
                                          _exception_name(exc_msg),
                                          self.optionflags)

    def _outcome(self, test, example, exc_info, got):
        """("success" | "failure" | "exception", what it printed)"""
        if exc_info is None:
            ok = self._checker.check_output(example.want, got,
                                            self.optionflags)
            return ("success" if ok else "failure"), got
        exc_msg = traceback.format_exception_only(*exc_info[:2])[-1]
        got += _exception_text(exc_info)
        if example.exc_msg is None:
            return "exception", got
        ok = self._exception_matches(example, exc_msg)
        return ("success" if ok else "failure"), got

    def _run(self, test, compileflags, out):
        failures = tries = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures
            self.optionflags = original
            for flag, on in example.options.items():
                if on:
                    self.optionflags |= flag
                else:
                    self.optionflags &= ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            self._current = test, number
            exc_info = self._run_example(test, example, number, compileflags)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            outcome, got = self._outcome(test, example, exc_info, got)
            if outcome == "success":
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if quiet:
                continue
            if outcome == "exception":
                self.report_unexpected_exception(out, test, example, exc_info)
            else:
                self.report_failure(out, test, example, got)
        self.optionflags = original
        self._record(test, failures, tries)
        return TestResults(failures, tries)

    def _record(self, test, f, t):
        f2, t2 = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = (f + f2, t + t2)
        self.failures += f
        self.tries += t

    def _source_lines(self, filename, module_globals=None):
        """In place of linecache.getlines: knows the examples' sources."""
        match = re.match(r"<doctest (.+)\[(\d+)\]>$", filename)
        if match and match.group(1) == self.test.name:
            example = self.test.examples[int(match.group(2))]
            source = example.source
            if isinstance(source, unicode):
                source = source.encode("ascii", "backslashreplace")
            return source.splitlines(True)
        return self._saved_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs a DocTest; (failures, attempts)."""
        self.test = test
        if compileflags is None:
            compileflags = _flags_of_globals(test.globs)
        saved = sys.stdout, sys.displayhook
        self._saved_getlines = linecache.getlines
        if out is None:
            out = saved[0].write
        sys.stdout = self._fakeout
        linecache.getlines = self._source_lines
        sys.displayhook = sys.__displayhook__
        try:
            return self._run(test, compileflags, out)
        finally:
            sys.stdout, sys.displayhook = saved
            linecache.getlines = self._saved_getlines
            if clear_globs:
                test.globs.clear()

    def _print_passed(self, notests, passed):
        if notests:
            print len(notests), "items had no tests:"
            for thing in sorted(notests):
                print "   ", thing
        if passed:
            print len(passed), "items passed all tests:"
            for thing, count in sorted(passed):
                print " %3d tests in %s" % (count, thing)

    def summarize(self, verbose=None):
        """Prints what has failed, or with verbose everything."""
        if verbose is None:
            verbose = self._verbose
        notests, passed, failed = [], [], []
        for name, (f, t) in self._name2ft.items():
            if t == 0:
                notests.append(name)
            elif f == 0:
                passed.append((name, t))
            else:
                failed.append((name, f, t))
        totalt = sum(t for f, t in self._name2ft.values())
        totalf = sum(f for f, t in self._name2ft.values())
        if verbose:
            self._print_passed(notests, passed)
        if failed:
            print self.DIVIDER
            print len(failed), "items had failures:"
            for thing, f, t in sorted(failed):
                print " %3d of %3d in %s" % (f, t, thing)
        if verbose:
            print totalt, "tests in", len(self._name2ft), "items."
            print totalt - totalf, "passed and", totalf, "failed."
        if totalf:
            print "***Test Failed***", totalf, "failures."
        elif verbose:
            print "Test passed."
        return TestResults(totalf, totalt)

    def merge(self, other):
        """Adds the counts of another runner."""
        for name, (f, t) in other._name2ft.items():
            if name in self._name2ft:
                f2, t2 = self._name2ft[name]
                f, t = f + f2, t + t2
            self._name2ft[name] = f, t


class DocTestFailure(Exception):
    """An example whose output differs, raised by DebugRunner."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example that raised, raised by DebugRunner."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises an exception at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        r = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return r

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True,
            optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Runs the examples in the docstrings of module m (default __main__)."""
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError("testmod: module required; %r" % (m,))
    if name is None:
        name = m.__name__
    finder = DocTestFinder(exclude_empty=exclude_empty)
    make = DebugRunner if raise_on_error else DocTestRunner
    runner = make(verbose=verbose, optionflags=optionflags)
    for test in finder.find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def _file_of(module):
    """What paths relative to a module begin at."""
    filename = getattr(module, "__file__", None)
    if filename is None and module.__name__ == "__main__":
        filename = sys.argv[0] if sys.argv else ""
    if filename is None:
        raise ValueError("Can't resolve paths relative to the module " +
                         module + " (it has no __file__)")
    return filename


def _load_text(filename, package, module_relative, caller_file):
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-"
                         "relative paths.")
    if module_relative:
        base = _file_of(_module_of(package)) if package else caller_file
        if os.path.isabs(filename):
            raise ValueError("Module-relative files may not have absolute "
                             "paths")
        filename = os.path.join(os.path.dirname(base), *filename.split("/"))
        loader = getattr(package and _module_of(package), "__loader__", None)
        if hasattr(loader, "get_data"):
            return loader.get_data(filename), filename
    f = open(filename, "U")
    try:
        return f.read(), filename
    finally:
        f.close()


def _caller_file():
    return sys._getframe(2).f_globals.get("__file__", "")


def testfile(filename, module_relative=True, name=None, package=None,
             globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(),
             encoding=None):
    """Runs the examples in a text file."""
    text, filename = _load_text(filename, package, module_relative,
                                _caller_file())
    if name is None:
        name = os.path.basename(filename)
    globs = {} if globs is None else globs.copy()
    if extraglobs is not None:
        globs.update(extraglobs)
    globs.setdefault("__name__", "__main__")
    make = DebugRunner if raise_on_error else DocTestRunner
    runner = make(verbose=verbose, optionflags=optionflags)
    if encoding is not None:
        text = text.decode(encoding)
    runner.run(parser.get_doctest(text, globs, name, filename, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name="NoName",
                           compileflags=None, optionflags=0):
    """Runs the examples in the docstring of f."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


# --- unittest ----------------------------------------------------------------

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Reporting flags for the cases of DocTestSuite; the old ones."""
    global _unittest_reportflags
    if (flags & REPORTING_FLAGS) != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old = _unittest_reportflags
    _unittest_reportflags = flags
    return old


class DocTestCase(unittest.TestCase):
    """A docstring as a test case."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None,
                 checker=None):
        unittest.TestCase.__init__(self)
        self._dt_optionflags = optionflags
        self._dt_checker = checker
        self._dt_test = test
        self._dt_setUp = setUp
        self._dt_tearDown = tearDown

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()

    def runTest(self):
        flags = self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        new = StringIO()
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker,
                               verbose=False)
        runner.DIVIDER = "-" * 70
        failures, tries = runner.run(self._dt_test, out=new.write,
                                     clear_globs=False)
        if failures:
            raise self.failureException(self.format_failure(new.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        lineno = "unknown line number" if test.lineno is None else \
            "%s" % test.lineno
        return ('Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s'
                % (test.name, test.filename, lineno,
                   test.name.split(".")[-1], err))

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        name = self._dt_test.name.split(".")
        return "%s (%s)" % (name[-1], ".".join(name[:-1]))

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None,
                 **options):
    """A suite with a case for each docstring of the module."""
    if test_finder is None:
        test_finder = DocTestFinder()
    if module is None:
        # That of the caller.
        name = sys._getframe(1).f_globals.get("__name__", "__main__")
        module = sys.modules[name]
    else:
        module = _module_of(module)
    tests = test_finder.find(module, globs=globs, extraglobs=extraglobs)
    if not tests:
        raise ValueError(module, "has no docstrings")
    suite = unittest.TestSuite()
    for test in sorted(tests):
        if not test.examples:
            continue
        if not test.filename:
            test.filename = module.__file__
        suite.addTest(DocTestCase(test, **options))
    return suite


class DocFileCase(DocTestCase):
    """A text file as a test case."""

    def id(self):
        return "_".join(self._dt_test.name.split("."))

    def __repr__(self):
        return self._dt_test.filename

    __str__ = __repr__

    def format_failure(self, err):
        return ('Failed doctest test for %s\n  File "%s", line 0\n\n%s' %
                (self._dt_test.name, self._dt_test.filename, err))


def _file_test(path, caller, module_relative=True, package=None, globs=None,
               parser=DocTestParser(), encoding=None, **options):
    text, filename = _load_text(path, package, module_relative, caller)
    if encoding is not None:
        text = text.decode(encoding)
    values = dict(globs or {}, __file__=filename)
    test = parser.get_doctest(text, values, os.path.basename(filename),
                              filename, 0)
    return DocFileCase(test, **options)


def DocFileTest(path, **options):
    """A case of one text file."""
    return _file_test(path, _caller_file(), **options)


def DocFileSuite(*paths, **options):
    """A suite with a case for each text file."""
    caller = _caller_file()
    suite = unittest.TestSuite()
    for path in paths:
        suite.addTest(_file_test(path, caller, **options))
    return suite


# --- a script of the examples ------------------------------------------------

def _comment(line):
    line = line.rstrip()
    return "# " + line if line else "#"


def script_from_examples(s):
    """A program of the examples in s, everything else as comments."""
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append("# Expected:")
                output += ["## " + line
                           for line in piece.want.split("\n")[:-1]]
        else:
            output += [_comment(line) for line in piece.split("\n")[:-1]]
    while output and output[-1] == "#":
        output.pop()
    while output and output[0] == "#":
        output.pop(0)
    return "\n".join(output) + "\n"


def testsource(module, name):
    """The script of the docstring of that name in the module."""
    module = _module_of(module)
    tests = [t for t in DocTestFinder().find(module) if t.name == name]
    if not tests:
        raise ValueError(name, "not found in tests")
    return script_from_examples(tests[0].docstring)


def debug_src(src, pm=False, globs=None):
    """Debugs the examples of a docstring."""
    debug_script(script_from_examples(src), pm, globs)


def debug_script(src, pm=False, globs=None):
    """Debugs a program; pm: only once it has failed."""
    import pdb
    fd, name = tempfile.mkstemp('.py', 'doctestdebug')
    try:
        with os.fdopen(fd, 'w') as f:
            f.write(src)
        globs = globs.copy() if globs else {}
        if not pm:
            pdb.run('execfile(%r)' % name, globs, globs)
            return
        try:
            execfile(name, globs, globs)
        except:
            print sys.exc_info()[1]
            pdb.post_mortem(sys.exc_info()[2])
    finally:
        os.remove(name)


def debug(module, name, pm=False):
    """Debugs the docstring of that name in the module."""
    module = _module_of(module)
    debug_script(testsource(module, name), pm, module.__dict__)


class Tester:
    """Runs examples and counts; superseded by DocTestRunner."""

    def __init__(self, mod=None, globs=None, verbose=None, optionflags=0):
        warnings.warn('class Tester is deprecated; '
                      'use class doctest.DocTestRunner instead',
                      DeprecationWarning, stacklevel=2)
        if mod is None and globs is None:
            raise TypeError('Tester.__init__: must specify mod or globs')
        if mod is not None and not inspect.ismodule(mod):
            raise TypeError('Tester.__init__: mod must be a module; %r'
                            % (mod,))
        self.globs = mod.__dict__ if globs is None else globs
        self.verbose = verbose
        self.optionflags = optionflags
        self.testfinder = DocTestFinder()
        self.testrunner = DocTestRunner(verbose=verbose,
                                        optionflags=optionflags)

    def runstring(self, s, name):
        """Runs the examples of a text."""
        test = DocTestParser().get_doctest(s, self.globs, name, None, None)
        if self.verbose:
            print 'Running string', name
        failed, tried = self.testrunner.run(test)
        if self.verbose:
            print failed, 'of', tried, 'examples failed in string', name
        return TestResults(failed, tried)

    def rundoc(self, object, name=None, module=None):
        """Runs the docstring of an object and of what is in it."""
        failed = tried = 0
        for test in self.testfinder.find(object, name, module=module,
                                         globs=self.globs):
            f, t = self.testrunner.run(test)
            failed, tried = failed + f, tried + t
        return TestResults(failed, tried)

    def rundict(self, d, name, module=None):
        """Runs the docstrings of a dict's values."""
        m = types.ModuleType(name)
        m.__dict__.update(d)
        if module is None:
            module = False
        return self.rundoc(m, name, module)

    def run__test__(self, d, name):
        """Runs a dict like those called __test__."""
        m = types.ModuleType(name)
        m.__test__ = d
        return self.rundoc(m, name)

    def summarize(self, verbose=None):
        return self.testrunner.summarize(verbose)

    def merge(self, other):
        self.testrunner.merge(other.testrunner)
