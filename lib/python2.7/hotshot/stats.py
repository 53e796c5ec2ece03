"""The times in a log, as pstats reports them."""

import pstats

import hotshot.log
from hotshot.log import ENTER, EXIT

_BASE = ('profile', 0, 'profiler')
_SECONDS = 1e-6


def load(filename):
    """A pstats.Stats of the log of this name."""
    return StatsLoader(filename).load()


class _Entry(object):
    __slots__ = 'outer', 'calls', 'own', 'total', 'depth', 'callers'

    def __init__(self):
        self.outer = self.calls = self.depth = 0
        self.own = self.total = 0.0
        self.callers = {}


class StatsLoader:
    def __init__(self, logfn):
        self._logfn = logfn
        self._entries = {_BASE: _Entry()}
        self._stack = [[_BASE, 0.0]]  # [function, time in it and callees]
        self.stats = {}

    def load(self):
        log = hotshot.log.LogReader(self._logfn)
        try:
            for what, where, elapsed in log:
                self._add_time(elapsed * _SECONDS)
                if what == ENTER:
                    self._enter(where)
                elif what == EXIT and len(self._stack) > 1:
                    self._leave()
        finally:
            log.close()
        while len(self._stack) > 1:
            self._leave()
        return pstats.Stats(self)

    def _add_time(self, seconds):
        # Of lines without times there is none.
        if seconds > 0:
            self._entries[self._stack[-1][0]].own += seconds
            self._stack[-1][1] += seconds

    def _enter(self, where):
        entry = self._entries.get(where)
        if entry is None:
            entry = self._entries[where] = _Entry()
        entry.calls += 1
        entry.depth += 1
        if entry.depth == 1:
            entry.outer += 1
        caller = self._stack[-1][0]
        entry.callers[caller] = entry.callers.get(caller, 0) + 1
        self._stack.append([where, 0.0])

    def _leave(self):
        where, seconds = self._stack.pop()
        entry = self._entries[where]
        entry.depth -= 1
        if entry.depth == 0:
            entry.total += seconds
        self._stack[-1][1] += seconds

    def create_stats(self):
        for where, entry in self._entries.items():
            self.stats[where] = (entry.outer, entry.calls, entry.own,
                                 entry.total, entry.callers)
