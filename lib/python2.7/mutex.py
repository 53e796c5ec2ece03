"""A lock with a queue of functions that wait for it; not for threads."""

from warnings import warnpy3k
warnpy3k("the mutex module has been removed in Python 3.0", stacklevel=2)
del warnpy3k

from collections import deque


class mutex:
    def __init__(self):
        self.locked = False
        self.queue = deque()

    def test(self):
        return self.locked

    def testandset(self):
        """Take the lock if it is free; tells whether it was."""
        if self.locked:
            return False
        self.locked = True
        return True

    def lock(self, function, argument):
        """Call function(argument) once the lock is ours."""
        if self.testandset():
            function(argument)
        else:
            self.queue.append((function, argument))

    def unlock(self):
        """Hand the lock to the next that waits."""
        if self.queue:
            function, argument = self.queue.popleft()
            function(argument)
        else:
            self.locked = False
