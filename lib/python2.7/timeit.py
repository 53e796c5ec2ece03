"""How long a small piece of code takes.

The statement is put into a function with a loop around it; the collector is
off meanwhile.  From a program: timeit(), repeat(), Timer.

Command line:
    python timeit.py [-n N] [-r N] [-s S] [-t] [-c] [-v] [-h] [--] [statement]

    -n/--number N   executions (default: as many as take 0.2 seconds)
    -r/--repeat N   rounds, of which the best counts (default 3)
    -s/--setup S    what runs once before (default pass)
    -t/--time       use time.time()
    -c/--clock      use time.clock()
    -v/--verbose    print raw results; twice: more digits
    -h/--help       print this

A statement of several lines is given as several arguments.
"""
import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 3

if sys.platform == "win32":
    default_timer = time.clock
else:
    default_timer = time.time

template = """
def inner(_it, _timer%(init)s):
    %(setup)s
    _t0 = _timer()
    for _i in _it:
        %(stmt)s
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """Indents the lines after the first one."""
    return src.replace("\n", "\n" + " " * indent)


def _inner_of_functions(setup, stmt):
    def inner(_it, _timer, _func=stmt):
        setup()
        _t0 = _timer()
        for _i in _it:
            _func()
        _t1 = _timer()
        return _t1 - _t0
    return inner


class Timer:
    """Times stmt, after setup has run once; both are text or functions."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer):
        self.timer = timer
        ns = {}
        self.src = None
        if not (isinstance(stmt, basestring) or callable(stmt)):
            raise ValueError("stmt is neither a string nor callable")
        if not (isinstance(setup, basestring) or callable(setup)):
            raise ValueError("setup is neither a string nor callable")
        if not isinstance(stmt, basestring) and not isinstance(setup,
                                                               basestring):
            self.inner = _inner_of_functions(setup, stmt)
            return
        self.src = self._source(stmt, setup, ns)
        exec compile(self.src, dummy_src_name, "exec") in globals(), ns
        self.inner = ns["inner"]

    def _source(self, stmt, setup, ns):
        init = ""
        if isinstance(setup, basestring):
            compile(setup, dummy_src_name, "exec")
            prefix, setup = setup + "\n", reindent(setup, 4)
        else:
            ns["_setup"] = setup
            prefix, setup, init = "", "_setup()", init + ", _setup=_setup"
        if isinstance(stmt, basestring):
            compile(prefix + stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
        else:
            ns["_stmt"] = stmt
            stmt, init = "_stmt()", init + ", _stmt=_stmt"
        return template % {"stmt": stmt, "setup": setup, "init": init}

    def print_exc(self, file=None):
        """Prints the exception's traceback with lines of the timed code."""
        import linecache
        import traceback
        if self.src is not None:
            linecache.cache[dummy_src_name] = (len(self.src), None,
                                               self.src.split("\n"),
                                               dummy_src_name)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for `number` executions."""
        if isinstance(number, (int, long)):
            it = itertools.repeat(None, number)
        else:
            it = [None] * number
        gcold = gc.isenabled()
        gc.disable()
        try:
            timing = self.inner(it, self.timer)
        finally:
            if gcold:
                gc.enable()
        return timing

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of what timeit(number) says, `repeat` times."""
        r = []
        for i in range(repeat):
            r.append(self.timeit(number))
        return r


def timeit(stmt="pass", setup="pass", timer=default_timer,
           number=default_number):
    return Timer(stmt, setup, timer).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer,
           repeat=default_repeat, number=default_number):
    return Timer(stmt, setup, timer).repeat(repeat, number)


def _options(args):
    """The command line as a dict; None when it makes no sense."""
    import getopt
    try:
        opts, rest = getopt.getopt(args, "n:s:r:tcvh",
                                   ["number=", "setup=", "repeat=", "time",
                                    "clock", "verbose", "help"])
    except getopt.error, err:
        print err
        print "use -h/--help for command line help"
        return None
    o = {"timer": default_timer, "number": 0, "repeat": default_repeat,
         "setup": [], "verbose": 0, "precision": 3, "help": False,
         "stmt": "\n".join(rest) or "pass"}
    for name, value in opts:
        if name in ("-n", "--number"):
            o["number"] = int(value)
        elif name in ("-s", "--setup"):
            o["setup"].append(value)
        elif name in ("-r", "--repeat"):
            o["repeat"] = max(int(value), 1)
        elif name in ("-t", "--time"):
            o["timer"] = time.time
        elif name in ("-c", "--clock"):
            o["timer"] = time.clock
        elif name in ("-v", "--verbose"):
            o["precision"] += 1 if o["verbose"] else 0
            o["verbose"] += 1
        else:
            o["help"] = True
    return o


def _find_number(t, verbose):
    """The power of ten whose loops take 0.2 seconds or more."""
    for i in range(1, 10):
        number = 10 ** i
        x = t.timeit(number)
        if verbose:
            print "%d loops -> %.*g secs" % (number, 3, x)
        if x >= 0.2:
            break
    return number


def _report(best, number, repeat, precision):
    print "%d loops," % number,
    usec = best * 1e6 / number
    for unit, size in (("usec", 1.0), ("msec", 1e3), ("sec", 1e6)):
        if usec < 1000 * size or unit == "sec":
            print "best of %d: %.*g %s per loop" % (repeat, precision,
                                                    usec / size, unit)
            return


def main(args=None, _wrap_timer=None):
    """The command line: times a statement and prints the best result."""
    o = _options(sys.argv[1:] if args is None else args)
    if o is None:
        return 2
    if o["help"]:
        print __doc__,
        return 0
    timer = o["timer"]
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer(o["stmt"], "\n".join(o["setup"]) or "pass", timer)
    try:
        number = o["number"] or _find_number(t, o["verbose"])
        r = t.repeat(o["repeat"], number)
    except:
        t.print_exc()
        return 1
    if o["verbose"]:
        print "raw times:", " ".join(["%.*g" % (o["precision"], x)
                                      for x in r])
    _report(min(r), number, o["repeat"], o["precision"])
    return None


if __name__ == "__main__":
    sys.exit(main())
