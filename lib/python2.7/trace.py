"""Which lines of a program run: as they do, or counted, with their callers.

It sees interpreted code: run(), runctx() and what they import from sources, and
all of a program under `pyllc run --interp`."""

import ast
import cPickle as pickle
import linecache
import os
import re
import sys
import threading
import time
import tokenize

PRAGMA_NOCOVER = "#pragma NO COVER"
rx_blank = re.compile(r'^\s*(#.*)?$')


class Ignore:
    """Modules and folders that are left out."""

    def __init__(self, modules=None, dirs=None):
        self._mods = modules or []
        self._dirs = map(os.path.normpath, dirs or [])
        self._ignore = {'<string>': 1}

    def names(self, filename, modulename):
        if modulename not in self._ignore:
            self._ignore[modulename] = int(self._is_left_out(filename,
                                                             modulename))
        return self._ignore[modulename]

    def _is_left_out(self, filename, modulename):
        for mod in self._mods:
            if modulename == mod or modulename.startswith(mod + '.'):
                return True
        if filename is None:
            return True
        return any(filename.startswith(d + os.sep) for d in self._dirs)


def modname(path):
    """The name of a file's module, without packages."""
    return os.path.splitext(os.path.basename(path))[0]


def fullmodname(path):
    """The same with packages, as sys.path finds it."""
    comparepath = os.path.normcase(path)
    longest = ""
    for folder in sys.path:
        folder = os.path.normcase(folder)
        if comparepath.startswith(folder) and \
                comparepath[len(folder):len(folder) + 1] == os.sep and \
                len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    base = os.path.splitdrive(base)[1].replace(os.sep, ".")
    if os.altsep:
        base = base.replace(os.altsep, ".")
    return os.path.splitext(base)[0].lstrip(".")


class CoverageResults:
    """Counts: lines by (file, line), functions, and pairs of functions."""

    def __init__(self, counts=None, calledfuncs=None, infile=None,
                 callers=None, outfile=None):
        self.counts = counts if counts is not None else {}
        self.counter = self.counts.copy()
        self.calledfuncs = calledfuncs if calledfuncs is not None else {}
        self.callers = callers if callers is not None else {}
        self.infile = infile
        self.outfile = outfile
        if self.infile:
            self._read()

    def _read(self):
        try:
            with open(self.infile, 'rb') as f:
                counts, calledfuncs, callers = pickle.load(f)
            self.update(self.__class__(counts, calledfuncs, callers=callers))
        except (IOError, EOFError, ValueError), err:
            print >>sys.stderr, ("Skipping counts file %r: %s" %
                                 (self.infile, err))

    def update(self, other):
        for key in other.counts:
            self.counts[key] = self.counts.get(key, 0) + other.counts[key]
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None):
        if self.calledfuncs:
            print
            print "functions called:"
            for name in sorted(self.calledfuncs):
                print "filename: %s, modulename: %s, funcname: %s" % name
        if self.callers:
            self._write_callers()
        per_file = {}
        for filename, lineno in self.counts:
            per_file.setdefault(filename, {})[lineno] = \
                self.counts[filename, lineno]
        sums = {}
        for filename, count in per_file.iteritems():
            if filename == "<string>" or filename.startswith("<doctest "):
                continue
            if filename.endswith((".pyc", ".pyo")):
                filename = filename[:-1]
            self._write_file(filename, count, coverdir, show_missing, sums)
        if summary and sums:
            print "lines   cov%   module   (path)"
            for name in sorted(sums):
                print "%5d   %3d%%   %s   (%s)" % sums[name]
        if self.outfile:
            try:
                with open(self.outfile, 'wb') as f:
                    pickle.dump((self.counts, self.calledfuncs, self.callers),
                                f, 1)
            except IOError, err:
                print >>sys.stderr, "Can't save counts files because %s" % err

    def _write_callers(self):
        print
        print "calling relationships:"
        lastfile = lastcfile = ""
        for (pfile, pmod, pfunc), (cfile, cmod, cfunc) in \
                sorted(self.callers):
            if pfile != lastfile:
                print
                print "***", pfile, "***"
                lastfile, lastcfile = pfile, ""
            if cfile != pfile and lastcfile != cfile:
                print "  -->", cfile
                lastcfile = cfile
            print "    %s.%s -> %s.%s" % (pmod, pfunc, cmod, cfunc)

    def _write_file(self, filename, count, coverdir, show_missing, sums):
        if coverdir is None:
            folder = os.path.dirname(os.path.abspath(filename))
            modulename = modname(filename)
        else:
            folder = coverdir
            if not os.path.exists(folder):
                os.makedirs(folder)
            modulename = fullmodname(filename)
        lnotab = find_executable_linenos(filename) if show_missing else {}
        path = os.path.join(folder, modulename + ".cover")
        hits, lines = self.write_results_file(
            path, linecache.getlines(filename), lnotab, count)
        if lines:
            sums[modulename] = (lines, int(100 * hits / lines), modulename,
                                filename)

    def write_results_file(self, path, lines, lnotab, lines_hit):
        """The source with a count before each line; (hits, lines)."""
        try:
            outfile = open(path, "w")
        except IOError, err:
            print >>sys.stderr, ("trace: Could not open %r for writing: %s"
                                 "- skipping" % (path, err))
            return 0, 0
        n_lines = n_hits = 0
        with outfile:
            for lineno, line in enumerate(lines, 1):
                if lineno in lines_hit:
                    outfile.write("%5d: " % lines_hit[lineno])
                    n_hits += 1
                    n_lines += 1
                elif rx_blank.match(line):
                    outfile.write("       ")
                elif lineno in lnotab and PRAGMA_NOCOVER not in line:
                    outfile.write(">>>>>> ")
                    n_lines += 1
                else:
                    outfile.write("       ")
                outfile.write(line.expandtabs(8))
        return n_hits, n_lines


def find_strings(filename):
    """Lines of docstrings: {line: 1}."""
    found = {}
    previous = tokenize.INDENT
    with open(filename) as f:
        for kind, text, start, end, line in tokenize.generate_tokens(
                f.readline):
            if kind == tokenize.STRING and previous == tokenize.INDENT:
                for i in range(start[0], end[0] + 1):
                    found[i] = 1
            previous = kind
    return found


def _is_constant(node):
    """A tuple that CPython's compiler makes one constant of."""
    return isinstance(node, ast.Tuple) and all(
        [isinstance(n, (ast.Num, ast.Str)) for n in node.elts])


def _with_code(node):
    """The nodes below that there is code for: none for parts of a constant."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not _is_constant(child):
            for n in _with_code(child):
                yield n


def find_executable_linenos(filename):
    """Lines with code: {line: 1}."""
    try:
        with open(filename, "rU") as f:
            tree = ast.parse(f.read(), filename)
    except (IOError, SyntaxError), err:
        print >>sys.stderr, ("Not printing coverage data for %r: %s" %
                             (filename, err))
        return {}
    strings = find_strings(filename)
    return dict((n.lineno, 1) for n in _with_code(tree)
                if isinstance(n, (ast.stmt, ast.expr, ast.excepthandler))
                and n.lineno not in strings)


class Trace:
    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0,
                 ignoremods=(), ignoredirs=(), infile=None, outfile=None,
                 timing=False):
        self.infile = infile
        self.outfile = outfile
        self.ignore = Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self._calledfuncs = {}
        self._callers = {}
        self.donothing = 0
        self.trace = trace
        self.start_time = time.time() if timing else None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            if trace and count:
                self.localtrace = self.localtrace_trace_and_count
            elif trace:
                self.localtrace = self.localtrace_trace
            else:
                self.localtrace = self.localtrace_count
        else:
            self.donothing = 1

    def run(self, cmd):
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        if globals is None:
            globals = {}
        if locals is None:
            locals = {}
        self._start()
        try:
            exec cmd in globals, locals
        finally:
            self._stop()

    def runfunc(self, func, *args, **kw):
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)

    def _start(self):
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)

    def _stop(self):
        if not self.donothing:
            sys.settrace(None)
            threading.settrace(None)

    def file_module_function_of(self, frame):
        """(file, module, function), with the class if one has it."""
        code = frame.f_code
        module = modname(code.co_filename) if code.co_filename else None
        name = code.co_name
        first = code.co_argcount and frame.f_locals.get(code.co_varnames[0])
        for cls in getattr(type(first), '__mro__', ()) if first is not None \
                else ():
            method = cls.__dict__.get(name)
            if getattr(method, 'func_code', None) is code:
                return code.co_filename, module, '%s.%s' % (cls.__name__, name)
        cls = getattr(first, '__class__', None)
        if cls is not None and not isinstance(cls, type):
            method = cls.__dict__.get(name)
            if getattr(method, 'func_code', None) is code:
                name = '%s.%s' % (cls.__name__, name)
        return code.co_filename, module, name

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == 'call':
            this = self.file_module_function_of(frame)
            caller = self.file_module_function_of(frame.f_back)
            self._callers[caller, this] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != 'call':
            return None
        code = frame.f_code
        filename = frame.f_globals.get('__file__', None)
        if not filename:
            return None
        module = modname(filename)
        if module is None or self.ignore.names(filename, module):
            return None
        if self.trace:
            print (" --- modulename: %s, funcname: %s" %
                   (module, code.co_name))
        return self.localtrace

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def _show(self, frame):
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        if self.start_time:
            print '%.2f' % (time.time() - self.start_time),
        print "%s(%d): %s" % (os.path.basename(filename), lineno,
                              linecache.getline(filename, lineno)),

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == "line":
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == "line":
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == "line":
            self._count(frame)
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, infile=self.infile,
                               outfile=self.outfile,
                               calledfuncs=self._calledfuncs,
                               callers=self._callers)


def main(argv=None):
    from optparse import OptionParser
    parser = OptionParser(usage="%prog [options] program [arguments]")
    parser.allow_interspersed_args = False
    for short, name, text in (
            ('-c', 'count', 'count how often lines run; write .cover files'),
            ('-t', 'trace', 'show each line before it runs'),
            ('-l', 'listfuncs', 'show which functions are called'),
            ('-T', 'trackcalls', 'show who calls whom'),
            ('-r', 'report', 'write a report of a counts file'),
            ('-m', 'missing', 'mark lines that were not run'),
            ('-s', 'summary', 'show a line for each module'),
            ('-g', 'timing', 'show the time with each line')):
        parser.add_option(short, '--' + name, action='store_true', help=text)
    parser.add_option('-f', '--file', help='where counts are kept')
    parser.add_option('-C', '--coverdir', help='folder of the reports')
    parser.add_option('--ignore-module', action='append', default=[])
    parser.add_option('--ignore-dir', action='append', default=[])
    o, args = parser.parse_args((argv or sys.argv)[1:])
    if o.report:
        CoverageResults(infile=o.file, outfile=o.file).write_results(
            o.missing, summary=o.summary, coverdir=o.coverdir)
        return
    if not args:
        parser.error("Filename to execute not specified.")
    sys.argv = args
    sys.path[0] = os.path.split(args[0])[0]
    modules = [m.strip() for names in o.ignore_module
               for m in names.split(',')]
    dirs = [os.path.expandvars(d) for names in o.ignore_dir
            for d in names.split(os.pathsep)]
    t = Trace(o.count, o.trace, countfuncs=o.listfuncs,
              countcallers=o.trackcalls, ignoremods=modules, ignoredirs=dirs,
              infile=o.file, outfile=o.file, timing=o.timing)
    try:
        with open(args[0]) as f:
            code = compile(f.read(), args[0], 'exec')
        t.runctx(code, {'__file__': args[0], '__name__': '__main__',
                        '__package__': None, '__cached__': None})
    except IOError, err:
        sys.exit("Cannot run file %r because: %s" % (args[0], err))
    except SystemExit:
        pass
    if o.count or o.listfuncs or o.trackcalls:
        t.results().write_results(o.missing, summary=o.summary,
                                  coverdir=o.coverdir)


if __name__ == '__main__':
    main()
