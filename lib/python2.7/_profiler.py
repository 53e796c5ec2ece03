"""What profile and cProfile have in common here.

sys.setprofile() tells of the calls of interpreted code: of the modules of a
program that imports a profiler, and of the calls that their functions make; the
library is compiled.  For times of compiled functions `perf` knows those of
programs compiled with -g."""

import sys
import time


def label(key):
    """How pstats names a function: a code object, or owner and name of a C
    function."""
    if not isinstance(key, tuple):
        return key.co_filename, key.co_firstlineno, key.co_name
    owner, name = key
    if not isinstance(owner, str):
        return '~', 0, "<method '%s' of '%s' objects>" % (name,
                                                          owner.__name__)
    return '~', 0, '<%s.%s>' % key if owner else '<%s>' % name


def _builtin_key(func):
    owner = func.__self__
    if owner is not None and not isinstance(owner, type(sys)):
        return type(owner), func.__name__
    module = getattr(func, '__module__', None)
    return '' if module in (None, '__builtin__') else module, func.__name__


class Entry(object):
    """Calls and times of one function; callers: the same per caller."""

    __slots__ = 'calls', 'outer', 'own', 'total', 'depth', 'callers'

    def __init__(self):
        self.calls = self.outer = self.depth = 0
        self.own = self.total = 0.0
        self.callers = {}


class Profiler(object):
    """Counts calls and measures their times, as sys.setprofile() tells."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self.timer = timer or time.time
        self.unit = timeunit if timer and timeunit else 1
        self.builtins = builtins
        self.clear()

    def clear(self):
        self.entries = {}
        self.stack = []  # [key, start, time in callees]
        self.stats = {}

    def enable(self, subcalls=True, builtins=True):
        self.builtins = builtins
        sys.setprofile(self._event)

    def disable(self):
        sys.setprofile(None)
        while self.stack:
            self._leave(self.timer())

    def _event(self, frame, event, arg):
        now = self.timer()
        if event == 'call':
            self._enter(frame.f_code, now)
        elif event == 'return':
            # What was called before the start has no entry.
            if self.stack and self.stack[-1][0] is frame.f_code:
                self._leave(now)
        elif not self.builtins:
            pass
        elif event == 'c_call':
            self._enter(_builtin_key(arg), now)
        elif self.stack and isinstance(self.stack[-1][0], tuple):
            self._leave(now)

    def _enter(self, key, now):
        entry = self.entries.get(key)
        if entry is None:
            entry = self.entries[key] = Entry()
        entry.depth += 1
        self.stack.append([key, now, 0])

    def _leave(self, now):
        key, start, inside = self.stack.pop()
        total = (now - start) * self.unit
        own = total - inside
        entry = self.entries[key]
        entry.depth -= 1
        entry.calls += 1
        entry.own += own
        if not entry.depth:
            entry.outer += 1
            entry.total += total
        if self.stack:
            caller = self.stack[-1]
            caller[2] += total
            known = entry.callers.get(caller[0], (0, 0, 0.0, 0.0))
            entry.callers[caller[0]] = (
                known[0] + 1, known[1] + (not entry.depth), known[2] + own,
                known[3] + (total if not entry.depth else 0.0))

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {}
        for key, e in self.entries.items():
            callers = {}
            for caller, (n, outer, own, total) in e.callers.items():
                callers[self._label(caller)] = self._caller(n, outer, own, total)
            self.stats[self._label(key)] = e.outer, e.calls, e.own, e.total, callers

    def _caller(self, n, outer, own, total):
        return n, outer, own, total

    def runcall(self, func, *args, **kw):
        start = self.timer()
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()
            self._note_compiled(func, start, self.timer())

    def _note_compiled(self, func, start, now):
        """A compiled function tells nothing: its call as a whole."""
        code = getattr(getattr(func, 'im_func', func), 'func_code', None)
        if code is not None and code not in self.entries:
            self._enter(code, start)
            self._leave(now)

    def run(self, cmd):
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec cmd in globals, locals
        finally:
            self.disable()
        return self

    def print_stats(self, sort=-1):
        import pstats
        self.create_stats()
        stats = pstats.Stats(self)
        stats.strip_dirs().sort_stats(sort).print_stats()

    def dump_stats(self, filename):
        import marshal
        f = open(filename, 'wb')
        self.create_stats()
        marshal.dump(self.stats, f)
        f.close()


def report(profiler, filename, sort):
    if filename is not None:
        profiler.dump_stats(filename)
    else:
        profiler.print_stats(sort)


def main(run, name):
    from optparse import OptionParser
    parser = OptionParser(usage="%s [-o output_file_path] [-s sort] "
                          "scriptfile [arg] ..." % name)
    parser.allow_interspersed_args = False
    parser.add_option('-o', '--outfile', dest="outfile", default=None,
                      help="Save stats to <outfile>")
    parser.add_option('-s', '--sort', dest="sort", default=-1,
                      help="Sort order when printing to stdout, based on "
                           "pstats.Stats class")
    if not sys.argv[1:]:
        parser.print_usage()
        sys.exit(2)
    options, args = parser.parse_args()
    sys.argv[:] = args
    import os
    sys.path.insert(0, os.path.dirname(args[0]))
    with open(args[0], 'rb') as f:
        code = compile(f.read(), args[0], 'exec')
    run(code, {'__file__': args[0], '__name__': '__main__',
               '__package__': None}, None, options.outfile, options.sort)
