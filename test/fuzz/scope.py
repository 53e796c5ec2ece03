"""The variables that a random expression may use."""


class Scope:
    """Variables in reach: name -> kind."""

    def __init__(self, outer=None):
        self.outer = outer
        self.vars = {}

    def all(self):
        found = dict(self.outer.all()) if self.outer else {}
        found.update(self.vars)
        return found
