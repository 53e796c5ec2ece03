"""profile with other names for C functions.  CPython's is the faster of two; here
they are the same."""

import _profiler
from profile import _run, help

__all__ = ["run", "runctx", "help", "Profile"]


class Profile(_profiler.Profiler):
    """Times of calls; C functions stand as {name}."""

    def _label(self, key):
        return _profiler.label(key)


def run(statement, filename=None, sort=-1):
    """Runs a statement in __main__ and prints or saves its profile."""
    prof = Profile()
    _run(prof, lambda: prof.run(statement), filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same in these namespaces."""
    prof = Profile()
    _run(prof, lambda: prof.runctx(statement, globals, locals), filename, sort)


def main():
    _profiler.main(runctx, 'cProfile.py')


if __name__ == '__main__':
    main()
