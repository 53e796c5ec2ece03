"""Times of calls, as pstats reports them; see _profiler for what it sees."""

import _profiler

__all__ = ["run", "runctx", "help", "Profile"]


class Profile(_profiler.Profiler):
    """Times of calls; C functions stand as :0(name)."""

    def __init__(self, timer=None, bias=None):
        _profiler.Profiler.__init__(self, timer)

    def _label(self, key):
        if isinstance(key, tuple):
            return '', 0, key[1]
        return _profiler.label(key)

    def _caller(self, n, outer, own, total):
        return n


def _run(prof, run, filename, sort):
    try:
        run()
    except SystemExit:
        pass
    _profiler.report(prof, filename, sort)


def run(statement, filename=None, sort=-1):
    """Runs a statement in __main__ and prints or saves its profile."""
    prof = Profile()
    _run(prof, lambda: prof.run(statement), filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same in these namespaces."""
    prof = Profile()
    _run(prof, lambda: prof.runctx(statement, globals, locals), filename, sort)


def help():
    print "Documentation for the profile/cProfile modules can be found "
    print "in the Python Library Reference, section 'The Python Profiler'."


def main():
    _profiler.main(runctx, 'profile.py')


if __name__ == '__main__':
    main()
