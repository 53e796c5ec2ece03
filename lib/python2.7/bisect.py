"""Binary search in sorted lists.

The functions here are those of programs that keep out _bisect.
"""


def bisect_right(a, x, lo=0, hi=None):
    """The place for x in a, after any equal items."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < a[mid]:
            hi = mid
        else:
            lo = mid + 1
    return lo


def bisect_left(a, x, lo=0, hi=None):
    """The place for x in a, before any equal items."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


def insort_right(a, x, lo=0, hi=None):
    """Insert x into a, after any equal items."""
    i = bisect_right(a, x, lo, hi)
    a.insert(i, x)


def insort_left(a, x, lo=0, hi=None):
    """Insert x into a, before any equal items."""
    i = bisect_left(a, x, lo, hi)
    a.insert(i, x)


bisect = bisect_right
insort = insort_right

try:
    from _bisect import bisect_right, bisect_left, bisect, insort_right, \
        insort_left, insort
except ImportError:
    pass
