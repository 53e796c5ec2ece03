"""C types, and functions of C libraries."""

import os as _os
import sys as _sys
import _ctypes
from struct import calcsize as _calcsize

from _ctypes import (Union, Structure, Array, _Pointer, _SimpleCData, _CData,
                     CFuncPtr as _CFuncPtr, ArgumentError, RTLD_LOCAL,
                     RTLD_GLOBAL, sizeof, byref, addressof, alignment, resize,
                     get_errno, set_errno, POINTER, pointer,
                     _pointer_type_cache, set_conversion_mode,
                     __version__ as _ctypes_version,
                     FUNCFLAG_CDECL as _FUNCFLAG_CDECL,
                     FUNCFLAG_PYTHONAPI as _FUNCFLAG_PYTHONAPI,
                     FUNCFLAG_USE_ERRNO as _FUNCFLAG_USE_ERRNO,
                     FUNCFLAG_USE_LASTERROR as _FUNCFLAG_USE_LASTERROR)
import _ctypes_native as _native

__version__ = '1.1.0'

DEFAULT_MODE = RTLD_LOCAL


class py_object(_SimpleCData):
    _type_ = 'O'

    def __repr__(self):
        try:
            return '%s(%r)' % (type(self).__name__, self.value)
        except ValueError:
            return '%s(<NULL>)' % type(self).__name__


class c_short(_SimpleCData):
    _type_ = 'h'


class c_ushort(_SimpleCData):
    _type_ = 'H'


class c_long(_SimpleCData):
    _type_ = 'l'


class c_ulong(_SimpleCData):
    _type_ = 'L'


class c_int(_SimpleCData):
    _type_ = 'i'


class c_uint(_SimpleCData):
    _type_ = 'I'


class c_float(_SimpleCData):
    _type_ = 'f'


class c_double(_SimpleCData):
    _type_ = 'd'


class c_longdouble(_SimpleCData):
    _type_ = 'g'


c_longlong = c_long
c_ulonglong = c_ulong


class c_ubyte(_SimpleCData):
    _type_ = 'B'


class c_byte(_SimpleCData):
    _type_ = 'b'


class c_char(_SimpleCData):
    _type_ = 'c'


class c_char_p(_SimpleCData):
    _type_ = 'z'

    def __repr__(self):
        return '%s(%s)' % (type(self).__name__,
                           c_void_p.from_buffer(self).value)


class c_void_p(_SimpleCData):
    _type_ = 'P'


class c_bool(_SimpleCData):
    _type_ = '?'


class c_wchar_p(_SimpleCData):
    _type_ = 'Z'

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self.value)


class c_wchar(_SimpleCData):
    _type_ = 'u'


c_voidp = c_void_p
_ctypes.c_char_or_byte = (c_char, c_byte, c_ubyte)

c_size_t = c_ulong
c_ssize_t = c_long
c_int8 = c_byte
c_uint8 = c_ubyte
c_int16 = c_short
c_uint16 = c_ushort
c_int32 = c_int
c_uint32 = c_uint
c_int64 = c_long
c_uint64 = c_ulong


def create_string_buffer(init, size=None):
    """An array of characters, from a string or of a size."""
    if isinstance(init, (str, unicode)):
        if size is None:
            size = len(init) + 1
        buf = (c_char * size)()
        buf.value = init
        return buf
    if isinstance(init, (int, long)):
        return (c_char * init)()
    raise TypeError(init)


def c_buffer(init, size=None):
    return create_string_buffer(init, size)


def create_unicode_buffer(init, size=None):
    """An array of wide characters, from a string or of a size."""
    if isinstance(init, (str, unicode)):
        if size is None:
            size = len(init) + 1
        buf = (c_wchar * size)()
        buf.value = init
        return buf
    if isinstance(init, (int, long)):
        return (c_wchar * init)()
    raise TypeError(init)


def SetPointerType(pointer, cls):
    if _pointer_type_cache.get(cls, None) is not None:
        raise RuntimeError('This type already exists in the cache')
    if id(pointer) not in _pointer_type_cache:
        raise RuntimeError("What's this???")
    pointer.set_type(cls)
    _pointer_type_cache[cls] = pointer
    del _pointer_type_cache[id(pointer)]


def ARRAY(typ, len):
    return typ * len


_c_functype_cache = {}


def CFUNCTYPE(restype, *argtypes, **kw):
    """The type of C functions with this result and these arguments."""
    flags = _FUNCFLAG_CDECL
    if kw.pop('use_errno', False):
        flags |= _FUNCFLAG_USE_ERRNO
    if kw.pop('use_last_error', False):
        flags |= _FUNCFLAG_USE_LASTERROR
    if kw:
        raise ValueError('unexpected keyword argument(s) %s' % kw.keys())
    key = restype, argtypes, flags
    found = _c_functype_cache.get(key)
    if found is None:
        class CFunctionType(_CFuncPtr):
            _argtypes_ = argtypes
            _restype_ = restype
            _flags_ = flags
        found = _c_functype_cache[key] = CFunctionType
    return found


def PYFUNCTYPE(restype, *argtypes):
    class CFunctionType(_CFuncPtr):
        _argtypes_ = argtypes
        _restype_ = restype
        _flags_ = _FUNCFLAG_CDECL | _FUNCFLAG_PYTHONAPI
    return CFunctionType


class CDLL(object):
    """A library; its functions are attributes."""

    _func_flags_ = _FUNCFLAG_CDECL
    _func_restype_ = c_int
    _name = '<uninitialized>'
    _handle = 0
    _FuncPtr = None

    def __init__(self, name, mode=DEFAULT_MODE, handle=None,
                 use_errno=False, use_last_error=False):
        self._name = name
        flags = self._func_flags_
        if use_errno:
            flags |= _FUNCFLAG_USE_ERRNO
        if use_last_error:
            flags |= _FUNCFLAG_USE_LASTERROR
        restype = self._func_restype_

        class _FuncPtr(_CFuncPtr):
            _flags_ = flags
            _restype_ = restype
        self._FuncPtr = _FuncPtr
        self._handle = (_ctypes.dlopen(self._name, mode) if handle is None
                        else handle)

    def __repr__(self):
        return "<%s '%s', handle %x at %x>" % (
            self.__class__.__name__, self._name,
            self._handle & _sys.maxint * 2 + 1,
            id(self) & _sys.maxint * 2 + 1)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        func = self.__getitem__(name)
        setattr(self, name, func)
        return func

    def __getitem__(self, name_or_ordinal):
        func = self._FuncPtr((name_or_ordinal, self))
        if not isinstance(name_or_ordinal, (int, long)):
            func.__name__ = name_or_ordinal
        return func


class PyDLL(CDLL):
    """A library whose functions use Python's C API."""

    _func_flags_ = _FUNCFLAG_CDECL | _FUNCFLAG_PYTHONAPI


class LibraryLoader(object):
    """Libraries by attributes."""

    def __init__(self, dlltype):
        self._dlltype = dlltype

    def __getattr__(self, name):
        if name[0] == '_':
            raise AttributeError(name)
        dll = self._dlltype(name)
        setattr(self, name, dll)
        return dll

    def __getitem__(self, name):
        return getattr(self, name)

    def LoadLibrary(self, name):
        return self._dlltype(name)


cdll = LibraryLoader(CDLL)
pydll = LibraryLoader(PyDLL)
pythonapi = PyDLL(None)

memmove = CFUNCTYPE(c_void_p, c_void_p, c_void_p, c_size_t)(
    _native.builtin_address('memmove'))
memset = CFUNCTYPE(c_void_p, c_void_p, c_int, c_size_t)(
    _native.builtin_address('memset'))


def _address_of(obj):
    """The address that an argument of type void * has."""
    value = _ctypes._pass(c_void_p.from_param(obj))
    return value[1]


def cast(obj, typ):
    """obj as a pointer of another type."""
    if not isinstance(typ, type) or not (
            issubclass(typ, (_Pointer, _CFuncPtr)) or
            issubclass(typ, _SimpleCData) and typ._type_ in 'OzZPX'):
        raise TypeError('cast() argument 2 must be a pointer type, not %s'
                        % (typ.__name__ if isinstance(typ, type)
                           else type(typ).__name__))
    try:
        address = _address_of(obj)
    except TypeError as e:
        raise ArgumentError('argument 1: %s: %s' % (TypeError, e))
    result = typ()
    _native.write(addressof(result), 'P', address)
    keep = {}
    if isinstance(obj, _CData):
        keep[id(obj)] = obj
        if isinstance(obj._objects, dict):
            keep.update(obj._objects)
        elif obj._objects is not None:
            keep[1] = obj._objects
    elif obj is not None:
        keep[id(obj)] = obj
    result._objects = keep
    return result


def string_at(ptr, size=-1):
    """The bytes at an address."""
    try:
        address = _address_of(ptr)
    except TypeError as e:
        raise ArgumentError('argument 1: %s: %s' % (TypeError, e))
    return _native.read_bytes(address, size)


def wstring_at(ptr, size=-1):
    """The wide characters at an address."""
    try:
        address = _address_of(ptr)
    except TypeError as e:
        raise ArgumentError('argument 1: %s: %s' % (TypeError, e))
    return _native.read_wide(address, size)


LittleEndianStructure = Structure


class BigEndianStructure(Structure):
    """A structure whose numbers have their high byte first."""

    __slots__ = ()
    _swappedbytes_ = 1
