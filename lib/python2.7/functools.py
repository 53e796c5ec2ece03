"""Functions that act on functions."""

from _functools import partial, reduce

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__doc__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Make wrapper look like wrapped."""
    for attr in assigned:
        setattr(wrapper, attr, getattr(wrapped, attr))
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator form of update_wrapper()."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned,
                   updated=updated)


def _lt_or_eq(self, other):
    return self < other or self == other


def _gt_or_eq(self, other):
    return self > other or self == other


def _not_lt(self, other):
    return not self < other


def _not_gt(self, other):
    return not self > other


def _not_le(self, other):
    return not self <= other


def _not_ge(self, other):
    return not self >= other


def _not_lt_or_eq(self, other):
    return not (self < other or self == other)


def _not_gt_or_eq(self, other):
    return not (self > other or self == other)


def _not_le_or_eq(self, other):
    return not self <= other or self == other


def _not_ge_or_eq(self, other):
    return not self >= other or self == other


def _le_not_eq(self, other):
    return self <= other and not self == other


def _ge_not_eq(self, other):
    return self >= other and not self == other


# What each ordering operation, if it is the one given, makes of the others.
_ORDERINGS = {
    '__lt__': (('__gt__', _not_lt_or_eq), ('__le__', _lt_or_eq),
               ('__ge__', _not_lt)),
    '__le__': (('__ge__', _not_le_or_eq), ('__lt__', _le_not_eq),
               ('__gt__', _not_le)),
    '__gt__': (('__lt__', _not_gt_or_eq), ('__ge__', _gt_or_eq),
               ('__le__', _not_gt)),
    '__ge__': (('__le__', _not_ge_or_eq), ('__gt__', _ge_not_eq),
               ('__lt__', _not_ge)),
}


def _not_eq(self, other):
    return not self == other


_SIGNS = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>=',
          '__ne__': '!='}
for _made in _ORDERINGS.values() + [(('__ne__', _not_eq),)]:
    for _name, _func in _made:
        _func.__name__ = _name
        _func.__doc__ = 'x.%s(y) <==> x%sy' % (_name, _SIGNS[_name])
del _made, _name, _func


def total_ordering(cls):
    """Class decorator that adds the ordering operations that are missing."""
    defined = dir(cls)
    # The documented preference: < before <= before > before >=.
    roots = [op for op in ('__lt__', '__le__', '__gt__', '__ge__')
             if op in defined]
    if not roots:
        raise ValueError('must define at least one ordering operation: '
                         '< > <= >=')
    root = roots[0]
    for name, func in _ORDERINGS[root]:
        if name not in roots:
            setattr(cls, name, func)
    if '__ne__' not in defined:
        cls.__ne__ = _not_eq
    return cls


def cmp_to_key(mycmp):
    """Make a key function from a comparison function."""

    class K(object):
        __slots__ = ['obj']

        def __init__(self, obj, *args):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        def __ne__(self, other):
            return mycmp(self.obj, other.obj) != 0

        def __hash__(self):
            raise TypeError('hash not implemented')

    return K
