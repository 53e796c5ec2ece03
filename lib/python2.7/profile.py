"""Times of calls, as pstats reports them.

Calls inside of compiled code are not seen one by one: see _profiler."""

import _profiler

__all__ = ["run", "runctx", "help", "Profile"]


class Profile(_profiler.Profiler):
    """Times the calls made through it."""


def run(statement, filename=None, sort=-1):
    """Runs a statement in __main__ and prints or saves its profile."""
    prof = Profile()
    try:
        prof.run(statement)
    except SystemExit:
        pass
    _profiler.report(prof, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same in these namespaces."""
    prof = Profile()
    try:
        prof.runctx(statement, globals, locals)
    except SystemExit:
        pass
    _profiler.report(prof, filename, sort)


def help():
    print "Documentation for the profile/cProfile modules can be found "
    print "in the Python Library Reference, section 'The Python Profiler'."


def main():
    _profiler.main(runctx, 'profile.py')


if __name__ == '__main__':
    main()
