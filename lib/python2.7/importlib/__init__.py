"""importlib of Python 2.7: import_module alone."""
import sys


def _absolute(name, package, level):
    if not hasattr(package, 'rindex'):
        raise ValueError("'package' not set to a string")
    end = len(package)
    for _ in xrange(level - 1):
        try:
            end = package.rindex('.', 0, end)
        except ValueError:
            raise ValueError("attempted relative import beyond top-level "
                             "package")
    return '%s.%s' % (package[:end], name)


def import_module(name, package=None):
    """Imports the module and returns it; a name with leading dots is relative
    to the package."""
    if name.startswith('.'):
        if not package:
            raise TypeError("relative imports require the 'package' argument")
        plain = name.lstrip('.')
        name = _absolute(plain, package, len(name) - len(plain))
    __import__(name)
    return sys.modules[name]
