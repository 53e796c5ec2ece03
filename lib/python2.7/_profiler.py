"""What profile and cProfile have in common here.

Compiled functions call each other directly, and nothing is told of it:
profilers see the calls that are made through them (runcall, run, runctx,
enable to disable), each as a whole.  For times inside, `perf` knows the
functions of programs compiled with -g."""

import sys
import time


def _label(func):
    code = getattr(getattr(func, 'im_func', func), 'func_code', None)
    if code is None:
        return '~', 0, '<%s>' % getattr(func, '__name__', repr(func))
    return code.co_filename, code.co_firstlineno, code.co_name


class Profiler(object):
    """Times calls as a whole."""

    def __init__(self, timer=None, *ignored, **keywords):
        self.timer = timer or time.time
        self.entries = {}
        self.stats = {}
        self._since = None

    def _note(self, label, seconds):
        n, total = self.entries.get(label, (0, 0.0))
        self.entries[label] = n + 1, total + seconds

    def enable(self, subcalls=True, builtins=True):
        self._since = self.timer()

    def disable(self):
        if self._since is not None:
            self._note(('~', 0, '<profiled code>'),
                       self.timer() - self._since)
            self._since = None

    def clear(self):
        self.entries = {}

    def create_stats(self):
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {}
        for label, (n, seconds) in self.entries.items():
            self.stats[label] = n, n, seconds, seconds, {}

    def runcall(self, func, *args, **kw):
        start = self.timer()
        try:
            return func(*args, **kw)
        finally:
            self._note(_label(func), self.timer() - start)

    def run(self, cmd):
        import __main__
        return self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals, locals):
        start = self.timer()
        try:
            exec cmd in globals, locals
        finally:
            self._note(('<string>', 1, '<module>'), self.timer() - start)
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
