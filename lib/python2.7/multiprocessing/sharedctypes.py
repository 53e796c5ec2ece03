"""ctypes objects in memory that processes share, and their locks."""

import ctypes

from multiprocessing.synchronize import RLock

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

typecode_to_type = {
    'c': ctypes.c_char, 'u': ctypes.c_wchar, 'b': ctypes.c_byte,
    'B': ctypes.c_ubyte, 'h': ctypes.c_short, 'H': ctypes.c_ushort,
    'i': ctypes.c_int, 'I': ctypes.c_uint, 'l': ctypes.c_long,
    'L': ctypes.c_ulong, 'f': ctypes.c_float, 'd': ctypes.c_double}

_PROT_READ_WRITE = 3
_MAP_SHARED_ANONYMOUS = 0x21
_libc = ctypes.CDLL(None)
_mmap = _libc.mmap
_mmap.restype = ctypes.c_void_p
_mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int,
                  ctypes.c_int, ctypes.c_int, ctypes.c_long]
_munmap = _libc.munmap
_munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]


class _Block(object):
    """Zeroed memory that children of fork() share; lives as long as this."""

    def __init__(self, size):
        self.size = max(size, 1)
        address = _mmap(None, self.size, _PROT_READ_WRITE,
                        _MAP_SHARED_ANONYMOUS, -1, 0)
        if address == ctypes.c_void_p(-1).value:
            raise MemoryError()
        self.address = address

    def __del__(self, munmap=_munmap):
        address, self.address = getattr(self, 'address', None), None
        if address is not None:
            munmap(address, self.size)


def _new(type_):
    block = _Block(ctypes.sizeof(type_))
    obj = type_.from_address(block.address)
    obj._block = block
    return obj


def RawValue(typecode_or_type, *args):
    """A shared value without a lock."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    ctypes.sizeof(type_)  # TypeError for what is no type
    return copy(type_(*args))


def RawArray(typecode_or_type, size_or_initializer):
    """A shared array without a lock: so long, or of these values."""
    type_ = typecode_to_type.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, (int, long)):
        return _new(type_ * size_or_initializer)
    return copy((type_ * len(size_or_initializer))(*size_or_initializer))


def _lock_of(kwds):
    """The lock argument, the only one; None: there is to be none."""
    lock = kwds.pop('lock', None)
    if kwds:
        raise ValueError('unrecognized keyword argument(s): %s' % kwds.keys())
    if lock is False:
        return None
    if lock in (True, None):
        return RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError("'%r' has no method 'acquire'" % lock)
    return lock


def Value(typecode_or_type, *args, **kwds):
    """A shared value with a lock (lock=False: without)."""
    lock = _lock_of(kwds)
    obj = RawValue(typecode_or_type, *args)
    return obj if lock is None else synchronized(obj, lock)


def Array(typecode_or_type, size_or_initializer, **kwds):
    """A shared array with a lock (lock=False: without)."""
    lock = _lock_of(kwds)
    obj = RawArray(typecode_or_type, size_or_initializer)
    return obj if lock is None else synchronized(obj, lock)


def copy(obj):
    """The same value in new shared memory."""
    new = _new(type(obj))
    ctypes.memmove(ctypes.addressof(new), ctypes.addressof(obj),
                   ctypes.sizeof(obj))
    return new


_classes = {}


def synchronized(obj, lock=None):
    """A shared object with a lock around each access."""
    assert not isinstance(obj, SynchronizedBase), 'object already synchronized'
    if isinstance(obj, ctypes._SimpleCData):
        return Synchronized(obj, lock)
    if isinstance(obj, ctypes.Array):
        if obj._type_ is ctypes.c_char:
            return SynchronizedString(obj, lock)
        return SynchronizedArray(obj, lock)
    kind = type(obj)
    if kind not in _classes:
        fields = [field[0] for field in kind._fields_]
        _classes[kind] = type('Synchronized' + kind.__name__,
                              (SynchronizedBase,),
                              dict((name, _guarded(name)) for name in fields))
    return _classes[kind](obj, lock)


def _guarded(name):
    """A property that is the object's own attribute, under the lock."""
    def getter(self):
        self.acquire()
        try:
            return getattr(self._obj, name)
        finally:
            self.release()

    def setter(self, value):
        self.acquire()
        try:
            setattr(self._obj, name, value)
        finally:
            self.release()
    return property(getter, setter)


class SynchronizedBase(object):

    def __init__(self, obj, lock=None):
        self._obj = obj
        self._lock = lock or RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    value = _guarded('value')


class SynchronizedArray(SynchronizedBase):

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        self.acquire()
        try:
            return self._obj[i]
        finally:
            self.release()

    def __setitem__(self, i, value):
        self.acquire()
        try:
            self._obj[i] = value
        finally:
            self.release()

    def __getslice__(self, start, stop):
        self.acquire()
        try:
            return self._obj[start:stop]
        finally:
            self.release()

    def __setslice__(self, start, stop, values):
        self.acquire()
        try:
            self._obj[start:stop] = values
        finally:
            self.release()


class SynchronizedString(SynchronizedArray):
    value = _guarded('value')
    raw = _guarded('raw')
