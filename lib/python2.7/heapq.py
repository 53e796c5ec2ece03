"""Heaps kept in lists: item k is no greater than items 2k+1 and 2k+2.

The functions here are those of programs that keep out _heapq.
"""

from itertools import islice, count, imap, izip, tee, chain
from operator import itemgetter

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


def cmp_lt(x, y):
    t = type(x)
    if t is int or t is tuple or t is float or t is str or \
            hasattr(x, '__lt__'):
        return x < y
    # Classes that define only __le__ still order.
    return not y <= x


def _check(heap, not_empty):
    """The errors of a heap argument, as _heapq words them."""
    if not isinstance(heap, list):
        raise TypeError('heap argument must be a list')
    if not_empty and not heap:
        raise IndexError('index out of range')


def heappush(heap, item):
    """Add an item."""
    _check(heap, False)
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def heappop(heap):
    """Remove and return the smallest item."""
    _check(heap, True)
    lastelt = heap.pop()
    if not heap:
        return lastelt
    returnitem = heap[0]
    heap[0] = lastelt
    _siftup(heap, 0)
    return returnitem


def heapreplace(heap, item):
    """Remove and return the smallest item, then add a new one."""
    _check(heap, True)
    returnitem = heap[0]
    heap[0] = item
    _siftup(heap, 0)
    return returnitem


def heappushpop(heap, item):
    """Add an item, then remove and return the smallest."""
    if heap and cmp_lt(heap[0], item):
        item, heap[0] = heap[0], item
        _siftup(heap, 0)
    return item


def heapify(x):
    """Order a list as a heap, in linear time."""
    _check(x, False)
    i = len(x) // 2 - 1
    while i >= 0:
        _siftup(x, i)
        i -= 1


def _heappushpop_max(heap, item):
    if heap and cmp_lt(item, heap[0]):
        item, heap[0] = heap[0], item
        _siftup_max(heap, 0)
    return item


def _heapify_max(x):
    i = len(x) // 2 - 1
    while i >= 0:
        _siftup_max(x, i)
        i -= 1


def _siftdown(heap, startpos, pos):
    """Move the item at pos towards startpos while its parent is greater."""
    size = len(heap)
    newitem = heap[pos]
    while pos > startpos:
        parentpos = (pos - 1) >> 1
        parent = heap[parentpos]
        smaller = cmp_lt(newitem, parent)
        if len(heap) != size:
            raise RuntimeError("list changed size during iteration")
        if not smaller:
            break
        heap[pos] = parent
        pos = parentpos
    heap[pos] = newitem


def _siftup(heap, pos):
    """Sink the item at pos: to a leaf first, which compares least often."""
    endpos = len(heap)
    startpos = pos
    newitem = heap[pos]
    childpos = 2 * pos + 1
    while childpos < endpos:
        rightpos = childpos + 1
        child = heap[childpos]
        if rightpos < endpos:
            right = heap[rightpos]
            if not cmp_lt(child, right):
                childpos = rightpos
                child = right
            if len(heap) != endpos:
                raise RuntimeError("list changed size during iteration")
        heap[pos] = child
        pos = childpos
        childpos = 2 * pos + 1
    heap[pos] = newitem
    _siftdown(heap, startpos, pos)


def _siftdown_max(heap, startpos, pos):
    newitem = heap[pos]
    while pos > startpos:
        parentpos = (pos - 1) >> 1
        parent = heap[parentpos]
        if not cmp_lt(parent, newitem):
            break
        heap[pos] = parent
        pos = parentpos
    heap[pos] = newitem


def _siftup_max(heap, pos):
    endpos = len(heap)
    startpos = pos
    newitem = heap[pos]
    childpos = 2 * pos + 1
    while childpos < endpos:
        rightpos = childpos + 1
        if rightpos < endpos and not cmp_lt(heap[rightpos], heap[childpos]):
            childpos = rightpos
        heap[pos] = heap[childpos]
        pos = childpos
        childpos = 2 * pos + 1
    heap[pos] = newitem
    _siftdown_max(heap, startpos, pos)


def merge(*iterables):
    """Merge sorted inputs into one sorted stream."""
    heap = []
    for itnum, it in enumerate(map(iter, iterables)):
        try:
            step = it.next
            heap.append([step(), itnum, step])
        except StopIteration:
            pass
    heapify(heap)
    while len(heap) > 1:
        try:
            while 1:
                entry = heap[0]
                v, itnum, step = entry
                yield v
                entry[0] = step()
                heapreplace(heap, entry)
        except StopIteration:
            heappop(heap)
    if heap:
        v, itnum, step = heap[0]
        yield v
        for v in step.__self__:
            yield v


def nlargest(n, iterable):
    """The n largest items, in descending order."""
    it = iter(iterable)
    result = list(islice(it, max(0, n)))
    if not result:
        return result
    heapify(result)
    for elem in it:
        if cmp_lt(result[0], elem):
            result[0] = elem
            _siftup(result, 0)
    result.sort(reverse=True)
    return result


def nsmallest(n, iterable):
    """The n smallest items, in ascending order."""
    it = iter(iterable)
    result = list(islice(it, max(0, n)))
    if not result:
        return result
    _heapify_max(result)
    for elem in it:
        if cmp_lt(elem, result[0]):
            result[0] = elem
            _siftup_max(result, 0)
    result.sort()
    return result


try:
    from _heapq import heappush, heappop, heapreplace, heappushpop, heapify, \
        nlargest, nsmallest
except ImportError:
    pass

_nlargest = nlargest
_nsmallest = nsmallest


def nsmallest(n, iterable, key=None):
    """The n smallest items: sorted(iterable, key=key)[:n], but quicker."""
    if n == 1:
        it = list(islice(iterable, 0, None))
        if not it:
            return []
        return [min(it) if key is None else min(it, key=key)]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    # The running number keeps equal items in order and from being compared.
    if key is None:
        return [r[0] for r in _nsmallest(n, izip(iterable, count()))]
    in1, in2 = tee(iterable)
    return [r[2] for r in _nsmallest(n, izip(imap(key, in1), count(), in2))]


def nlargest(n, iterable, key=None):
    """The n largest items: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        it = list(islice(iterable, 0, None))
        if not it:
            return []
        return [max(it) if key is None else max(it, key=key)]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    if key is None:
        return [r[0] for r in _nlargest(n, izip(iterable, count(0, -1)))]
    in1, in2 = tee(iterable)
    return [r[2] for r in _nlargest(n, izip(imap(key, in1), count(0, -1),
                                            in2))]
