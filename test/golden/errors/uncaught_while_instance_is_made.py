# The traceback is that of the constructor alone.
class Wrong(Exception):
    def __init__(self):
        raise KeyError('in the constructor')


def f():
    raise Wrong


f()
