"""High-performance containers: deque, defaultdict, namedtuple, OrderedDict, Counter."""

__all__ = ['Counter', 'deque', 'defaultdict', 'namedtuple', 'OrderedDict']

import _abcoll
from _abcoll import *
__all__ += _abcoll.__all__

from _collections import deque, defaultdict
from _frames import hide as _hide
from operator import itemgetter as _itemgetter
from keyword import iskeyword as _iskeyword
import sys as _sys
import heapq as _heapq
from itertools import repeat as _repeat, chain as _chain, starmap as _starmap

try:
    from thread import get_ident as _get_ident
except ImportError:
    from dummy_thread import get_ident as _get_ident


class OrderedDict(dict):
    """A dict that remembers the order in which keys were first stored.

    The order is kept in a circular list of links [previous, next, key],
    whose root has no key; a second dict finds the link of a key.
    """

    def __init__(*args, **kwds):
        if not args:
            raise TypeError("descriptor '__init__' of 'OrderedDict' object "
                            "needs an argument")
        self = args[0]
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d'
                            % (len(args) - 1))
        try:
            self.__root
        except AttributeError:
            self.__root = root = []
            root[:] = [root, root, None]
            self.__map = {}
        self.__update(*args[1:], **kwds)

    def __setitem__(self, key, value, dict_setitem=dict.__setitem__):
        if key not in self:
            root = self.__root
            last = root[0]
            link = [last, root, key]
            last[1] = root[0] = self.__map[key] = link
        return dict_setitem(self, key, value)

    def __delitem__(self, key, dict_delitem=dict.__delitem__):
        dict_delitem(self, key)
        before, after, _ = self.__map.pop(key)
        before[1] = after
        after[0] = before

    def __iter__(self):
        root = self.__root
        link = root[1]
        while link is not root:
            yield link[2]
            link = link[1]

    def __reversed__(self):
        root = self.__root
        link = root[0]
        while link is not root:
            yield link[2]
            link = link[0]

    def clear(self):
        root = self.__root
        root[:] = [root, root, None]
        self.__map.clear()
        dict.clear(self)

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def iterkeys(self):
        return iter(self)

    def itervalues(self):
        for k in self:
            yield self[k]

    def iteritems(self):
        for k in self:
            yield (k, self[k])

    update = MutableMapping.update

    # A subclass may override update; __init__ then still means this one.
    __update = update

    __marker = object()

    def pop(self, key, default=__marker):
        if key in self:
            result = self[key]
            del self[key]
            return result
        if default is self.__marker:
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def popitem(self, last=True):
        """Remove and return the newest pair, or the oldest if last is false."""
        if not self:
            raise KeyError('dictionary is empty')
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def __repr__(self, _running={}):
        call = id(self), _get_ident()
        if call in _running:
            return '...'
        _running[call] = 1
        try:
            if not self:
                return '%s()' % (self.__class__.__name__,)
            return '%s(%r)' % (self.__class__.__name__, self.items())
        finally:
            del _running[call]

    def __reduce__(self):
        items = [[k, self[k]] for k in self]
        state = vars(self).copy()
        for name in vars(OrderedDict()):
            state.pop(name, None)
        if state:
            return self.__class__, (items,), state
        return self.__class__, (items,)

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and \
                self.keys() == other.keys()
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    def viewkeys(self):
        return KeysView(self)

    def viewvalues(self):
        return ValuesView(self)

    def viewitems(self):
        return ItemsView(self)


_ALNUM = frozenset('abcdefghijklmnopqrstuvwxyz'
                   'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_')


def _is_word(name):
    for c in name:
        if c not in _ALNUM and not c.isalnum():
            return False
    return name != ''


def _check_names(typename, field_names):
    for name in [typename] + field_names:
        if type(name) != str:
            raise TypeError('Type names and field names must be strings')
        if not _is_word(name):
            raise ValueError('Type names and field names can only contain '
                             'alphanumeric characters and underscores: %r'
                             % name)
        if _iskeyword(name):
            raise ValueError('Type names and field names cannot be a '
                             'keyword: %r' % name)
        if name[0].isdigit():
            raise ValueError('Type names and field names cannot start with '
                             'a number: %r' % name)


def _renamed(field_names):
    """Replace names that cannot be by _0, _1 ..."""
    names = []
    for i, name in enumerate(field_names):
        if not _is_word(name) or _iskeyword(name) or name[0].isdigit() or \
                name[0] == '_' or name in names:
            name = '_%d' % i
        names.append(name)
    return names


def _new_arguments(func, fields, args, kwds):
    """Match arguments with fields as a call of a function with them would."""
    n = len(fields) + 1
    defaults = func.__defaults__ or ()
    how = 'at most' if defaults else 'exactly'
    few = 'at least' if defaults else 'exactly'
    plural = '' if n == 1 else 's'
    if len(args) + 1 > n:
        raise TypeError('__new__() takes %s %d argument%s (%d given)'
                        % (how, n, plural, len(args) + 1 + len(kwds)))
    values = list(args) + [_missing] * (len(fields) - len(args))
    for name in kwds:
        if name == '_cls':
            raise TypeError("__new__() got multiple values for keyword "
                            "argument '_cls'")
        if name not in fields:
            raise TypeError("__new__() got an unexpected keyword argument "
                            "'%s'" % name)
        i = fields.index(name)
        if values[i] is not _missing:
            raise TypeError("__new__() got multiple values for keyword "
                            "argument '%s'" % name)
        values[i] = kwds[name]
    required = len(fields) - len(defaults)
    for i in range(len(fields)):
        if values[i] is _missing and i >= required:
            values[i] = defaults[i - required]
    given = 1 + len([v for v in values if v is not _missing])
    if given < n:
        raise TypeError('__new__() takes %s %d argument%s (%d given)'
                        % (few, n - len(defaults), plural, given))
    return values


_hide(_new_arguments)


_missing = object()


def _describe(typename, fields):
    """What verbose=True prints: the class that namedtuple() makes."""
    lines = ['class %s(tuple):' % typename,
             '    %r' % ('%s(%s)' % (typename, ', '.join(fields))),
             '    __slots__ = ()',
             '    _fields = %r' % (tuple(fields),)]
    for i, name in enumerate(fields):
        lines.append("    %s = property(itemgetter(%d), "
                     "doc='Alias for field number %d')" % (name, i, i))
    return '\n'.join(lines)


def namedtuple(typename, field_names, verbose=False, rename=False):
    """Make a subclass of tuple whose items also have names.

    >>> Size = namedtuple('Size', 'width height')
    >>> Size(3, height=4)
    Size(width=3, height=4)
    """
    if isinstance(field_names, basestring):
        field_names = field_names.replace(',', ' ').split()
    fields = map(str, field_names)
    typename = str(typename)
    if rename:
        fields = _renamed(fields)
    _check_names(typename, fields)
    seen = set()
    for name in fields:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: '
                             '%r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)

    fields = tuple(fields)
    size = len(fields)
    tuple_new = tuple.__new__
    repr_format = '(' + ', '.join([name + '=%r' for name in fields]) + ')'

    def __new__(_cls, *args, **kwds):
        if kwds or len(args) != size:
            args = _new_arguments(__new__, fields, args, kwds)
        return tuple_new(_cls, args)

    _hide(__new__)
    __new__.__doc__ = '%s(%s): one argument per field' % (
        typename, ', '.join(fields))

    def _make(cls, iterable, new=tuple_new, len=len):
        """The object whose fields are the items of an iterable."""
        result = new(cls, iterable)
        if len(result) != size:
            raise TypeError('Expected %d arguments, got %d'
                            % (size, len(result)))
        return result

    def __repr__(self):
        """Typename(field=value, ...)."""
        return typename + repr_format % tuple(self)

    def _asdict(self):
        """The fields as an OrderedDict, by name."""
        return OrderedDict(zip(self._fields, self))

    def _replace(_self, **kwds):
        """A copy in which the fields named by keywords differ."""
        result = _self._make([kwds.pop(name, value)
                              for name, value in zip(fields, _self)])
        if kwds:
            raise ValueError('Got unexpected field names: %r' % kwds.keys())
        return result

    def __getnewargs__(self):
        """What copies and pickles pass to __new__()."""
        return tuple(self)

    def __getstate__(self):
        """Pickles hold no attributes: the fields are items."""

    namespace = {
        '__doc__': '%s(%s)' % (typename, ', '.join(fields)),
        '__slots__': (),
        '__module__': 'namedtuple_%s' % typename,
        '_fields': fields,
        '__new__': __new__,
        '_make': classmethod(_make),
        '__repr__': __repr__,
        '_asdict': _asdict,
        '_replace': _replace,
        '__getnewargs__': __getnewargs__,
        '__dict__': property(_asdict),
        '__getstate__': __getstate__,
    }
    for i, name in enumerate(fields):
        namespace[name] = property(_itemgetter(i),
                                   doc='Alias for field number %d' % i)
    result = type(typename, (tuple,), namespace)
    if verbose:
        print _describe(typename, fields)
    # Pickles need the module that the class is stored in: the caller's.
    try:
        result.__module__ = _sys._getframe(1).f_globals.get('__name__',
                                                            '__main__')
    except (AttributeError, ValueError):
        pass
    return result


class Counter(dict):
    """A dict that counts: missing keys count zero.

    >>> c = Counter('banana')
    >>> c['a'], c['x'], sum(c.values())
    (3, 0, 6)
    >>> c
    Counter({'a': 3, 'n': 2, 'b': 1})
    >>> del c['a']
    >>> 'a' in c
    False
    """

    def __init__(*args, **kwds):
        """Count what an iterable yields, or take counts.

        >>> Counter(), Counter({'a': 2}), Counter(b=1), Counter([7, 7])
        (Counter(), Counter({'a': 2}), Counter({'b': 1}), Counter({7: 2}))
        """
        if not args:
            raise TypeError("descriptor '__init__' of 'Counter' object "
                            "needs an argument")
        self = args[0]
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d'
                            % (len(args) - 1))
        super(Counter, self).__init__()
        self.update(*args[1:], **kwds)

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        """List the n most common elements with their counts, or all.

        >>> Counter('banana').most_common(2)
        [('a', 3), ('n', 2)]
        """
        if n is None:
            return sorted(self.iteritems(), key=_itemgetter(1), reverse=True)
        return _heapq.nlargest(n, self.iteritems(), key=_itemgetter(1))

    def elements(self):
        """Iterate over elements, each as often as it counts.

        >>> sorted(Counter(a=2, b=1, c=0).elements())
        ['a', 'a', 'b']
        """
        return _chain.from_iterable(_starmap(_repeat, self.iteritems()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use '
                                  'Counter(iterable) instead.')

    def update(*args, **kwds):
        """Add counts from an iterable of elements or a mapping to counts.

        >>> c = Counter('ab')
        >>> c.update('b')
        >>> c.update({'b': 3})
        >>> c['a'], c['b']
        (1, 5)
        """
        if not args:
            raise TypeError("descriptor 'update' of 'Counter' object "
                            "needs an argument")
        self = args[0]
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d'
                            % (len(args) - 1))
        iterable = args[1] if len(args) == 2 else None
        if iterable is not None:
            if not isinstance(iterable, Mapping):
                get = self.get
                for elem in iterable:
                    self[elem] = get(elem, 0) + 1
            elif self:
                get = self.get
                for elem, count in iterable.iteritems():
                    self[elem] = get(elem, 0) + count
            else:
                super(Counter, self).update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(*args, **kwds):
        """Like update(), but takes counts away; they may become negative.

        >>> c = Counter('ab')
        >>> c.subtract('bb')
        >>> c['a'], c['b']
        (1, -1)
        """
        if not args:
            raise TypeError("descriptor 'subtract' of 'Counter' object "
                            "needs an argument")
        self = args[0]
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d'
                            % (len(args) - 1))
        iterable = args[1] if len(args) == 2 else None
        if iterable is not None:
            get = self.get
            if isinstance(iterable, Mapping):
                for elem, count in iterable.items():
                    self[elem] = get(elem, 0) - count
            else:
                for elem in iterable:
                    self[elem] = get(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        """Like dict's, but a missing element is no error."""
        if elem in self:
            super(Counter, self).__delitem__(elem)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        items = ', '.join(['%r: %r' % item for item in self.most_common()])
        return '%s({%s})' % (self.__class__.__name__, items)

    # The operators keep positive counts only.

    def __add__(self, other):
        """Sums of counts.

        >>> Counter('ab') + Counter('b')
        Counter({'b': 2, 'a': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            total = count + other[elem]
            if total > 0:
                result[elem] = total
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __sub__(self, other):
        """Differences of counts.

        >>> Counter('abb') - Counter('ab')
        Counter({'b': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            rest = count - other[elem]
            if rest > 0:
                result[elem] = rest
        for elem, count in other.items():
            if elem not in self and count < 0:
                result[elem] = 0 - count
        return result

    def __or__(self, other):
        """The greater count of each element.

        >>> Counter('ab') | Counter('bb')
        Counter({'b': 2, 'a': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            most = max(count, other[elem])
            if most > 0:
                result[elem] = most
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __and__(self, other):
        """The smaller count of each element.

        >>> Counter('ab') & Counter('bb')
        Counter({'b': 1})
        """
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            least = min(count, other[elem])
            if least > 0:
                result[elem] = least
        return result
