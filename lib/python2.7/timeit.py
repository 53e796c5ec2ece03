"""How long small pieces of code take."""

import gc
import sys
import time
import itertools

__all__ = ["Timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 3
default_timer = time.time

_template = """
def inner(_it, _timer%(init)s):
    %(setup)s
    _t0 = _timer()
    for _i in _it:
        %(stmt)s
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """Indent the lines after the first."""
    return src.replace("\n", "\n" + " " * indent)


def _timed(setup, stmt):
    """The loop for two functions; either may be None."""
    def inner(_it, _timer, _func=stmt):
        setup()
        _t0 = _timer()
        for _i in _it:
            _func()
        _t1 = _timer()
        return _t1 - _t0
    return inner


class Timer:
    """Times a statement, given as source or as a function.

    Two functions need no compiling, and are what compiled programs should
    use.
    """

    def __init__(self, stmt="pass", setup="pass", timer=default_timer):
        self.timer = timer
        if hasattr(stmt, '__call__') and hasattr(setup, '__call__'):
            self.src = None
            self.inner = _timed(setup, stmt)
            return
        ns = {}
        if isinstance(stmt, basestring):
            # Each alone must be right, whatever the indentation joins.
            if isinstance(setup, basestring):
                compile(setup, dummy_src_name, "exec")
                compile(setup + '\n' + stmt, dummy_src_name, "exec")
            else:
                compile(stmt, dummy_src_name, "exec")
            stmt = reindent(stmt, 8)
            if isinstance(setup, basestring):
                setup = reindent(setup, 4)
                src = _template % {'stmt': stmt, 'setup': setup, 'init': ''}
            elif hasattr(setup, '__call__'):
                src = _template % {'stmt': stmt, 'setup': '_setup()',
                                   'init': ', _setup=_setup'}
                ns['_setup'] = setup
            else:
                raise ValueError("setup is neither a string nor callable")
        elif hasattr(stmt, '__call__'):
            if not isinstance(setup, basestring):
                raise ValueError("setup is neither a string nor callable")
            compile(setup, dummy_src_name, "exec")
            src = _template % {'stmt': '_stmt()',
                               'setup': reindent(setup, 4),
                               'init': ', _stmt=_stmt'}
            ns['_stmt'] = stmt
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = src
        code = compile(src, dummy_src_name, "exec")
        exec code in globals(), ns
        self.inner = ns["inner"]

    def print_exc(self, file=None):
        """Print the traceback of the statement, with its source."""
        import linecache
        import traceback
        if self.src is not None:
            linecache.cache[dummy_src_name] = (
                len(self.src), None, self.src.split("\n"), dummy_src_name)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The time for so many runs, without garbage collection."""
        it = itertools.repeat(None, number)
        gcold = gc.isenabled()
        gc.disable()
        try:
            timing = self.inner(it, self.timer)
        finally:
            if gcold:
                gc.enable()
        return timing

    def repeat(self, repeat=default_repeat, number=default_number):
        """The times of several calls of timeit()."""
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


def main(args=None, _wrap_timer=None):
    """`python -m timeit [-n N] [-r N] [-s S] [-t] [-c] [-h] [statement]`."""
    if args is None:
        args = sys.argv[1:]
    import getopt
    try:
        opts, args = getopt.getopt(args, "n:s:r:tcvh",
                                   ["number=", "setup=", "repeat=", "time",
                                    "clock", "verbose", "help"])
    except getopt.error, err:
        print err
        print "use -h/--help for command line help"
        return 2
    timer = default_timer
    stmt = "\n".join(args) or "pass"
    number = 0
    setup = []
    repeat = default_repeat
    verbose = 0
    precision = 3
    for o, a in opts:
        if o in ("-n", "--number"):
            number = int(a)
        if o in ("-s", "--setup"):
            setup.append(a)
        if o in ("-r", "--repeat"):
            repeat = int(a)
            if repeat <= 0:
                repeat = 1
        if o in ("-t", "--time"):
            timer = time.time
        if o in ("-c", "--clock"):
            timer = time.clock
        if o in ("-v", "--verbose"):
            if verbose:
                precision += 1
            verbose += 1
        if o in ("-h", "--help"):
            print __doc__,
            return 0
    setup = "\n".join(setup) or "pass"
    import os
    sys.path.insert(0, os.curdir)
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer(stmt, setup, timer)
    if number == 0:
        # As often as it takes to take a while.
        for i in range(1, 10):
            number = 10 ** i
            try:
                x = t.timeit(number)
            except:
                t.print_exc()
                return 1
            if verbose:
                print "%d loops -> %.*g secs" % (number, precision, x)
            if x >= 0.2:
                break
    try:
        r = t.repeat(repeat, number)
    except:
        t.print_exc()
        return 1
    best = min(r)
    if verbose:
        print "raw times:", " ".join(["%.*g" % (precision, x) for x in r])
    print "%d loops," % number,
    usec = best * 1e6 / number
    if usec < 1000:
        print "best of %d: %.*g usec per loop" % (repeat, precision, usec)
    else:
        msec = usec / 1000
        if msec < 1000:
            print "best of %d: %.*g msec per loop" % (repeat, precision, msec)
        else:
            sec = msec / 1000
            print "best of %d: %.*g sec per loop" % (repeat, precision, sec)
    return None


if __name__ == "__main__":
    sys.exit(main())
