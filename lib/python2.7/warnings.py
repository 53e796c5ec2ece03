"""Warnings, and the filters that say what becomes of them."""

import linecache
import sys
import types
from _frames import hide as _hide

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning",
           "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

# Each filter is (action, message pattern, category, module pattern, line);
# the first that fits decides.
filters = []
defaultaction = default_action = "default"
onceregistry = once_registry = {}


def _show_warning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr by default."""
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except (IOError, UnicodeError):
        pass


showwarning = _show_warning


def formatwarning(message, category, filename, lineno, line=None):
    try:
        unicodetype = unicode
    except NameError:
        unicodetype = ()
    try:
        message = str(message)
    except UnicodeEncodeError:
        pass
    s = "%s: %s: %s\n" % (lineno, category.__name__, message)
    if line is None:
        line = linecache.getline(filename, lineno)
    if line:
        line = line.strip()
        if isinstance(s, unicodetype) and isinstance(line, str):
            line = unicode(line, 'latin1')
        s += "  %s\n" % line
    if isinstance(s, unicodetype) and isinstance(filename, str):
        enc = sys.getfilesystemencoding()
        if enc:
            try:
                filename = unicode(filename, enc)
            except UnicodeDecodeError:
                pass
    return "%s:%s" % (filename, s)


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        filters.insert(0, item)


_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def filterwarnings(action, message="", category=Warning, module="", lineno=0,
                   append=0):
    """Add a filter: message and module are regular expressions."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(message, basestring), "message must be a string"
    assert isinstance(category, (type, types.ClassType)), \
        "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, basestring), "module must be a string"
    assert isinstance(lineno, (int, long)) and lineno >= 0, \
        "lineno must be an int >= 0"
    import re
    _insert((action, re.compile(message, re.I), category, re.compile(module),
             int(lineno)), append)


def simplefilter(action, category=Warning, lineno=0, append=0):
    """Add a filter that any message and module passes."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(lineno, (int, long)) and lineno >= 0, \
        "lineno must be an int >= 0"
    _insert((action, None, category, None, int(lineno)), append)


def resetwarnings():
    del filters[:]


class _OptionError(Exception):
    """A -W option that makes no sense."""


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError, msg:
            print >> sys.stderr, "Invalid -W option ignored:", msg


def _setoption(arg):
    """Add the filter action:message:category:module:line."""
    parts = arg.split(':')
    if len(parts) > 5:
        raise _OptionError("too many fields (max 5): %r" % (arg,))
    while len(parts) < 5:
        parts.append('')
    action, message, category, module, lineno = [s.strip() for s in parts]
    action = _getaction(action)
    category = _getcategory(category)
    if lineno:
        try:
            lineno = int(lineno)
            if lineno < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError("invalid lineno %r" % (lineno,))
    else:
        lineno = 0
    if message or module:
        import re
        message = re.escape(message)
        module = re.escape(module)
        if module:
            module = module + '$'
    filterwarnings(action, message, category, module, lineno)


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for a in ('default', 'always', 'ignore', 'module', 'once', 'error'):
        if a.startswith(action):
            return a
    raise _OptionError("invalid action: %r" % (action,))


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition('.')
    if not module:
        import exceptions
        cat = getattr(exceptions, name, None)
        if cat is None:
            raise _OptionError("unknown warning category: %r" % (category,))
    else:
        try:
            m = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError("invalid module name: %r" % (module,))
        cat = getattr(m, name, None)
        if cat is None:
            raise _OptionError("unknown warning category: %r" % (category,))
    if not isinstance(cat, (type, types.ClassType)) or \
            not issubclass(cat, Warning):
        raise _OptionError("invalid warning category: %r" % (category,))
    return cat


def warnpy3k(message, category=None, stacklevel=1):
    """Warn about what Python 3 lacks, if the option -3 is on."""
    if sys.py3kwarning:
        if category is None:
            category = DeprecationWarning
        warn(message, category, stacklevel + 1)


def _location(stacklevel):
    """The globals and line of a caller of warn()."""
    try:
        caller = sys._getframe(stacklevel + 1)
    except (ValueError, AttributeError):
        return sys.__dict__, 1
    return caller.f_globals, caller.f_lineno


def warn(message, category=None, stacklevel=1):
    """Warn from the line of the caller, or of a caller further up."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not issubclass(category, Warning):
        raise ValueError('category is not a subclass of Warning')
    globals, lineno = _location(stacklevel)
    if '__name__' in globals:
        module = globals['__name__']
    else:
        module = "<string>"
    filename = globals.get('__file__')
    if filename:
        lowered = filename.lower()
        if lowered.endswith((".pyc", ".pyo")):
            filename = filename[:-1]
    else:
        if module == "__main__":
            try:
                filename = sys.argv[0]
            except AttributeError:
                filename = '__main__'
        if not filename:
            filename = module
    registry = globals.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry,
                  globals)


# The settings as they were last found in this module, from where a program
# may delete them.
_found = {}


def _setting(name):
    """A setting of the module, which a program may replace or delete."""
    value = globals().get(name, _found)
    if value is _found:
        return _found.get(name)
    _found[name] = value
    return value


def _deciding_filter(text, category, module, lineno):
    current = _setting('filters')
    if not isinstance(current, list):
        raise ValueError("_warnings.filters must be a list")
    for i, item in enumerate(current):
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError("_warnings.filters item %d isn't a 5-tuple" % i)
        action, msg, cat, mod, ln = item
        if (msg is None or msg.match(text)) and \
                issubclass(category, cat) and \
                (mod is None or mod.match(module)) and \
                (ln == 0 or lineno == ln):
            return action, item
    return _setting('defaultaction'), None


def _seen(registry, key):
    """Is it in the registry?  Then it is now."""
    if registry.get(key):
        return True
    registry[key] = True
    return False


def _is_news(action, item, registry, text, category):
    """Is this the first time that a filter sees the warning?"""
    if action == "once":
        if registry is None:
            registry = _setting('onceregistry')
            if not isinstance(registry, dict):
                raise TypeError("warnings.onceregistry must be a dict")
        return not _seen(registry, (text, category))
    if action == "module":
        return registry is None or not _seen(registry, (text, category))
    if action != "default":
        raise RuntimeError("Unrecognized action (%s) in warnings.filters:\n %s"
                           % (action, item))
    return True


def _show(message, category, filename, lineno):
    show = _setting('showwarning') if 'showwarning' in globals() else \
        _show_warning
    if not isinstance(show, (types.FunctionType, types.MethodType)):
        raise TypeError("warnings.showwarning() must be set to a function or "
                        "method")
    show(message, category, filename, lineno)


def warn_explicit(message, category, filename, lineno, module=None,
                  registry=None, module_globals=None):
    """Warn from a given place; the registry remembers what was shown."""
    if not isinstance(lineno, (int, long)):
        raise TypeError("an integer is required")
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry is not None and registry.get(key):
        return
    action, item = _deciding_filter(text, category, module, lineno)
    if action == "error":
        raise message
    if action != "always":
        if registry is not None:
            registry[key] = True
        if action == "ignore" or \
                not _is_news(action, item, registry, text, category):
            return
    if module_globals and '__loader__' in module_globals:
        # Read the source now: its loader may be out of reach later.
        linecache.getlines(filename, module_globals)
    _show(message, category, filename, lineno)


_hide(warn, _location, warn_explicit, _setting, _deciding_filter, _seen,
      _is_news, _show)


class WarningMessage(object):
    """A warning that catch_warnings(record=True) caught."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file",
                        "line")

    def __init__(self, message, category, filename, lineno, file=None,
                 line=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, "
                "line : %r}" % (self.message, self._category_name,
                                self.filename, self.lineno, self.line))


class catch_warnings(object):
    """Context manager that restores filters and showwarning when left.

    With record=True it gives a list, to which warnings are appended instead
    of being shown.  module is the module whose state is kept.
    """

    def __init__(self, record=False, module=None):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules['warnings']:
            args.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._filters = self._module.filters
        self._module.filters = self._filters[:]
        self._showwarning = self._module.showwarning
        if not self._record:
            return None
        log = []

        def showwarning(*args, **kwargs):
            log.append(WarningMessage(*args, **kwargs))

        self._module.showwarning = showwarning
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        self._module.filters = self._filters
        self._module.showwarning = self._showwarning


def _start():
    """Set up the filters that the command line asks for."""
    _processoptions(sys.warnoptions)
    silent = []
    if not getattr(sys, 'py3kwarning', False) and \
            not getattr(sys.flags, 'division_warning', 0):
        silent.append(DeprecationWarning)
    silent += [PendingDeprecationWarning, ImportWarning]
    for cls in silent:
        simplefilter("ignore", category=cls, append=1)
    level = getattr(sys.flags, 'bytes_warning', 0)
    action = "error" if level > 1 else "default" if level else "ignore"
    simplefilter(action, category=BytesWarning, append=1)


_start()
