"""Profiles that are logged while a program runs and read afterwards.

What is seen are the functions of interpreted code, as with profile."""

from warnings import warnpy3k as _warnpy3k
_warnpy3k("The 'hotshot' module is not supported in 3.x, "
          "use the 'profile' module instead.", stacklevel=2)
import _hotshot
from _hotshot import ProfilerError


class Profile:
    """Writes a log of calls and, with lineevents, lines."""

    def __init__(self, logfn, lineevents=0, linetimings=1):
        self.lineevents = 1 if lineevents else 0
        self.linetimings = 1 if linetimings and lineevents else 0
        self._prof = _hotshot.profiler(logfn, self.lineevents,
                                       self.linetimings)

    def close(self):
        self._prof.close()

    def fileno(self):
        return self._prof.fileno()

    def start(self):
        self._prof.start()

    def stop(self):
        self._prof.stop()

    def addinfo(self, key, value):
        self._prof.addinfo(key, value)

    def run(self, cmd):
        """Runs a statement in __main__."""
        import __main__
        names = __main__.__dict__
        return self.runctx(cmd, names, names)

    def runctx(self, cmd, globals, locals):
        """The same in these namespaces."""
        self._prof.runcode(compile(cmd, '<string>', 'exec'), globals, locals)
        return self

    def runcall(self, func, *args, **kw):
        """What func(*args, **kw) returns."""
        return self._prof.runcall(func, args, kw)
