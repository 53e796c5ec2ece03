"""Data structures printed so that people can read them."""

import sys as _sys
import warnings

from cStringIO import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr",
           "PrettyPrinter"]


def pprint(object, stream=None, indent=1, width=80, depth=None):
    """Print an object to a stream, by default sys.stdout."""
    PrettyPrinter(stream=stream, indent=indent, width=width,
                  depth=depth).pprint(object)


def pformat(object, indent=1, width=80, depth=None):
    return PrettyPrinter(indent=indent, width=width,
                         depth=depth).pformat(object)


def saferepr(object):
    """repr() that recursion does not trouble."""
    return _safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """True if eval() can rebuild the object from saferepr()."""
    return _safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return _safe_repr(object, {}, None, 0)[2]


def _sorted(iterable):
    with warnings.catch_warnings():
        if _sys.py3kwarning:
            warnings.filterwarnings("ignore", "comparing unequal types "
                                    "not supported", DeprecationWarning)
        return sorted(iterable)


_dict_repr = dict.__repr__
_list_repr = list.__repr__
_tuple_repr = tuple.__repr__
_set_repr = set.__repr__
_frozenset_repr = frozenset.__repr__


class PrettyPrinter:

    def __init__(self, indent=1, width=80, depth=None, stream=None):
        indent = int(indent)
        width = int(width)
        assert indent >= 0, "indent must be >= 0"
        assert depth is None or depth > 0, "depth must be > 0"
        assert width, "width must be != 0"
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream

    def pprint(self, object):
        self._format(object, self._stream, 0, 0, {}, 0)
        self._stream.write("\n")

    def pformat(self, object):
        sio = _StringIO()
        self._format(object, sio, 0, 0, {}, 0)
        return sio.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        s, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def _format(self, object, stream, indent, allowance, context, level):
        """Write an object that starts in column indent.

        allowance is how many closing brackets have to follow on its line.
        """
        level += 1
        objid = id(object)
        if objid in context:
            stream.write(_recursion(object))
            self._recursive = True
            self._readable = False
            return
        rep = self._repr(object, context, level - 1)
        typ = type(object)
        broken = len(rep) > self._width - 1 - indent - allowance
        if self._depth and level > self._depth:
            stream.write(rep)
            return
        r = getattr(typ, "__repr__", None)
        if issubclass(typ, dict) and r is _dict_repr:
            self._format_dict(object, stream, indent, allowance, context,
                              level, broken)
        elif (issubclass(typ, list) and r is _list_repr) or \
                (issubclass(typ, tuple) and r is _tuple_repr) or \
                (issubclass(typ, set) and r is _set_repr) or \
                (issubclass(typ, frozenset) and r is _frozenset_repr):
            self._format_items(object, stream, indent, allowance, context,
                               level, broken)
        else:
            stream.write(rep)

    def _format_dict(self, object, stream, indent, allowance, context, level,
                     broken):
        write = stream.write
        write('{')
        step = self._indent_per_level
        if step > 1:
            write((step - 1) * ' ')
        if object:
            objid = id(object)
            context[objid] = 1
            indent += step
            between = ',\n' + ' ' * indent if broken else ', '
            first = True
            for key, ent in _sorted(object.items()):
                if first:
                    first = False
                else:
                    write(between)
                rep = self._repr(key, context, level)
                write(rep)
                write(': ')
                if broken:
                    self._format(ent, stream, indent + len(rep) + 2,
                                 allowance + 1, context, level)
                else:
                    write(self._repr(ent, context, level))
            del context[objid]
        write('}')

    def _format_items(self, object, stream, indent, allowance, context, level,
                      broken):
        write = stream.write
        typ = type(object)
        length = len(object)
        if issubclass(typ, list):
            write('[')
            close = ']'
        elif issubclass(typ, tuple):
            write('(')
            close = ',)' if length == 1 else ')'
        else:
            if not length:
                write(repr(object))
                return
            name = typ.__name__
            write(name + '([')
            close = '])'
            object = _sorted(object)
            indent += len(name) + 1
        step = self._indent_per_level
        if step > 1 and broken:
            write((step - 1) * ' ')
        if length:
            objid = id(object)
            context[objid] = 1
            indent += step
            between = ',\n' + ' ' * indent if broken else ', '
            first = True
            for ent in object:
                if first:
                    first = False
                else:
                    write(between)
                if broken:
                    self._format(ent, stream, indent, allowance + 1, context,
                                 level)
                else:
                    write(self._repr(ent, context, level))
            del context[objid]
        write(close)

    def _repr(self, object, context, level):
        rep, readable, recursive = self.format(object, context.copy(),
                                               self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return rep

    def format(self, object, context, maxlevels, level):
        """Return (text, whether readable, whether recursive); to override."""
        return _safe_repr(object, context, maxlevels, level)


def _safe_repr(object, context, maxlevels, level):
    """Return (text, whether eval() can read it, whether it is recursive)."""
    typ = type(object)
    if typ is str:
        if 'locale' not in _sys.modules:
            return repr(object), True, False
        return _locale_repr(object), True, False
    r = getattr(typ, "__repr__", None)
    if issubclass(typ, dict) and r is _dict_repr:
        return _safe_repr_dict(object, context, maxlevels, level)
    if issubclass(typ, list) and r is _list_repr:
        left, right = '[', ']'
    elif issubclass(typ, tuple) and r is _tuple_repr:
        left, right = '(', ',)' if len(object) == 1 else ')'
    else:
        rep = repr(object)
        return rep, bool(rep) and not rep.startswith('<'), False
    if not object:
        return left + right, True, False
    objid = id(object)
    if maxlevels and level >= maxlevels:
        return left + '...' + right, False, objid in context
    if objid in context:
        return _recursion(object), False, True
    context[objid] = 1
    readable = True
    recursive = False
    components = []
    level += 1
    for o in object:
        rep, oreadable, orecur = _safe_repr(o, context, maxlevels, level)
        components.append(rep)
        if not oreadable:
            readable = False
        if orecur:
            recursive = True
    del context[objid]
    return left + ', '.join(components) + right, readable, recursive


def _safe_repr_dict(object, context, maxlevels, level):
    if not object:
        return "{}", True, False
    objid = id(object)
    if maxlevels and level >= maxlevels:
        return "{...}", False, objid in context
    if objid in context:
        return _recursion(object), False, True
    context[objid] = 1
    readable = True
    recursive = False
    components = []
    level += 1
    for k, v in _sorted(object.items()):
        krepr, kreadable, krecur = _safe_repr(k, context, maxlevels, level)
        vrepr, vreadable, vrecur = _safe_repr(v, context, maxlevels, level)
        components.append(krepr + ': ' + vrepr)
        readable = readable and kreadable and vreadable
        if krecur or vrecur:
            recursive = True
    del context[objid]
    return '{' + ', '.join(components) + '}', readable, recursive


def _locale_repr(s):
    """repr() of a string that leaves the locale's letters as they are."""
    quote = '"' if "'" in s and '"' not in s else "'"
    out = [quote]
    for c in s:
        if c.isalpha():
            out.append(c)
        elif c == quote:
            out.append('\\' + c)
        elif c == '"' or c == "'":
            out.append(c)
        else:
            out.append(repr(c)[1:-1])
    out.append(quote)
    return ''.join(out)


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__,
                                             id(object))
