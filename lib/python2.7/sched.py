"""Events that happen at given times, by a clock that the caller provides."""

import heapq
from collections import namedtuple

__all__ = ["scheduler"]

Event = namedtuple('Event', 'time, priority, action, argument')


class scheduler:

    def __init__(self, timefunc, delayfunc):
        """timefunc() tells the time; delayfunc(n) waits for n of its units."""
        self._queue = []
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument):
        """Have action(*argument) called at a time; returns the event."""
        event = Event(time, priority, action, argument)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument):
        """The same after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action,
                             argument)

    def cancel(self, event):
        """Remove an event; ValueError if it is not in the queue."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self):
        """Do everything that is in the queue, each at its time."""
        q = self._queue
        delayfunc = self.delayfunc
        timefunc = self.timefunc
        while q:
            time, priority, action, argument = checked = q[0]
            now = timefunc()
            if now < time:
                delayfunc(time - now)
                continue
            event = heapq.heappop(q)
            # delayfunc may have let somebody change the queue.
            if event is checked:
                action(*argument)
                delayfunc(0)
            else:
                heapq.heappush(q, event)

    @property
    def queue(self):
        """The events in the order in which they will happen."""
        events = self._queue[:]
        return map(heapq.heappop, [events] * len(events))
