"""The types of module ctypes.

An object is some memory at an address: `_b_addr_`, in a block that the object
or the one it is part of keeps alive (`_b_keep_`).  What was stored in it and
lives elsewhere is in `_objects`, under the places of it.  Types know their
size, alignment and how libffi sees them (`_b_ffi_`).
"""

import sys
import _frames
import _ctypes_native as _native
from _ctypes_native import RTLD_GLOBAL, RTLD_LOCAL, get_errno, set_errno

_frames.hide(globals())
__version__ = '1.1.0'

FUNCFLAG_STDCALL = 0
FUNCFLAG_CDECL = 1
FUNCFLAG_HRESULT = 2
FUNCFLAG_PYTHONAPI = 4
FUNCFLAG_USE_ERRNO = 8
FUNCFLAG_USE_LASTERROR = 16

_SIZES = {'c': 1, 'u': 4, 'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4,
          'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8, 'g': 16, '?': 1,
          'P': 8, 'z': 8, 'Z': 8, 'O': 8, 'X': 8, 'v': 2}
_LETTERS = 'cbBhHiIlLdfuzZqQPXOv?g'


class ArgumentError(Exception):
    pass


class CArgObject(object):
    """What from_param() makes of an argument: (description, value)."""

    __slots__ = ('_b_tag_', '_b_value_', '_obj')

    def __init__(self, tag, value, obj=None):
        self._b_tag_ = tag
        self._b_value_ = value
        self._obj = obj

    def __repr__(self):
        tag = self._b_tag_
        if isinstance(tag, str) and tag in 'bBhHiIlLqQ':
            return "<cparam '%s' (%d)>" % (tag, self._b_value_)
        if tag in ('f', 'd'):
            return "<cparam '%s' (%f)>" % (tag, self._b_value_)
        if tag == 'c':
            return "<cparam 'c' (%s)>" % self._b_value_
        if isinstance(tag, str) and tag in 'zZP':
            return "<cparam '%s' (0x%x)>" % (tag, self._b_value_)
        return "<cparam '%s' at 0x%x>" % (tag if isinstance(tag, str) else 'V',
                                          id(self))


def _wide_block(text):
    block = _native.new_block(4 * (len(text) + 1))
    _native.write_wide(block.address, text)
    return block


# Metaclasses.

class _CType(type):
    """What all types of types share."""

    def from_address(cls, address):
        """An object at an address."""
        if not isinstance(address, (int, long)):
            raise TypeError('integer expected')
        return cls._b_at_(address, None)

    def _b_at_(cls, address, keep):
        self = cls.__new__(cls)
        self._b_addr_ = address
        self._b_keep_ = keep
        self._b_base_ = keep if isinstance(keep, _CData) else None
        self._objects = None
        return self

    def _b_room_(cls, obj, offset, writable):
        if writable and isinstance(obj, str):
            raise TypeError('Cannot use string as modifiable buffer')
        if isinstance(obj, _CData):
            address, length, owner = obj._b_addr_, sizeof(obj), obj
        else:
            address, length, owner = _native.buffer_address(obj, writable)
        if offset < 0:
            raise ValueError('offset cannot be negative')
        if cls._b_size_ > length - offset:
            raise ValueError('Buffer size too small (%d instead of at least '
                             '%d bytes)' % (length, cls._b_size_ + offset))
        return address + offset, owner

    def from_buffer(cls, obj, offset=0):
        """An object in the memory of a writable buffer."""
        address, owner = cls._b_room_(obj, offset, True)
        self = cls._b_at_(address, (obj, owner))
        self._objects = obj
        return self

    def from_buffer_copy(cls, obj, offset=0):
        """An object with a copy of a buffer's bytes."""
        address, owner = cls._b_room_(obj, offset, False)
        self = cls._b_new_()
        _native.write_bytes(self._b_addr_,
                            _native.read_bytes(address, cls._b_size_))
        return self

    def _b_new_(cls):
        block = _native.new_block(cls._b_size_)
        return cls._b_at_(block.address, block)

    def in_dll(cls, dll, name):
        """An object that a library exports."""
        return cls._b_at_(_symbol(dll, name), dll)

    def from_param(cls, value):
        """What is passed where this type is wanted."""
        if isinstance(value, cls):
            return value
        if isinstance(value, CArgObject) and isinstance(value._obj, cls):
            return value
        parameter = getattr(value, '_as_parameter_', None)
        if parameter is not None:
            return cls.from_param(parameter)
        raise TypeError('expected %s instance instead of %s'
                        % (cls.__name__, type(value).__name__))

    def __mul__(cls, length):
        return _array_type(cls, length)

    __rmul__ = __mul__


def _symbol(dll, name):
    try:
        return _native.dlsym(dll._handle, name)
    except OSError as e:
        raise ValueError(str(e))


class PyCSimpleType(_CType):

    def __new__(meta, name, bases, body):
        cls = type.__new__(meta, name, bases, body)
        code = body.get('_type_', getattr(cls, '_type_', None))
        if code is None and name != '_SimpleCData':
            raise AttributeError("class must define a '_type_' attribute")
        if code is not None:
            if not isinstance(code, str):
                raise TypeError("class must define a '_type_' string "
                                'attribute')
            if len(code) != 1:
                raise ValueError("class must define a '_type_' attribute "
                                 'which must be a string of length 1')
            if code not in _LETTERS:
                raise AttributeError(
                    "class must define a '_type_' attribute which must be\n"
                    'a single character string containing one of %r.'
                    % _LETTERS)
            cls._b_size_ = cls._b_align_ = _SIZES[code]
            cls._b_ffi_ = 'P' if code in 'zZX' else code
            # Those that functions give as values of Python.
            cls._b_plain_ = bases[0].__name__ == '_SimpleCData' and \
                bases[0].__module__ == '_ctypes'
            if cls._b_plain_ and '__ctype_le__' not in body:
                cls._b_swapped_ = False
                cls.__ctype_le__ = cls
                if code in 'bBc?' or code in 'hHiIlLqQfd' and \
                        name != 'swapped':
                    cls.__ctype_be__ = cls
                    if code in 'hHiIlLqQfd':
                        other = type.__new__(meta, name, bases, dict(body))
                        other._b_size_ = other._b_align_ = _SIZES[code]
                        other._b_ffi_ = code
                        other._b_plain_ = True
                        other._b_swapped_ = True
                        other.__ctype_le__ = cls
                        other.__ctype_be__ = other
                        cls.__ctype_be__ = other
        return cls

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        code = cls._type_
        if code == 'z':
            if value is None or isinstance(value, (str, unicode)):
                return cls._b_text_(value)
            if isinstance(value, (Array, _Pointer)) and \
                    issubclass(value._type_, c_char_or_byte):
                return value
        elif code == 'Z':
            if value is None or isinstance(value, (str, unicode)):
                return cls._b_text_(value)
            if isinstance(value, (Array, _Pointer)) and \
                    getattr(value._type_, '_type_', None) == 'u':
                return value
        elif code == 'P':
            if value is None or isinstance(value, (int, long)):
                return CArgObject('P', value or 0)
            if isinstance(value, str):
                return CArgObject('z', _native.str_address(value), value)
            if isinstance(value, unicode):
                block = _wide_block(value)
                return CArgObject('Z', block.address, block)
            if isinstance(value, (Array, _Pointer, CFuncPtr)):
                return value
            if isinstance(value, CArgObject) and value._b_tag_ == 'P':
                return value
            if isinstance(value, _SimpleCData) and value._type_ in 'zZ':
                return value
        if isinstance(value, CArgObject) and code in 'zZ' and \
                value._b_tag_ == 'P' and isinstance(
                    value._obj, (c_char_or_byte, Array, _Pointer)):
            return value
        if code not in 'zZP':
            block = _native.new_block(16)
            try:
                _store_simple(block.address, code, value)
            except StandardError:
                pass
            else:
                if code == 'O':
                    return CArgObject('O', value)
                return CArgObject(code, _native.read(block.address, code))
        parameter = getattr(value, '_as_parameter_', None)
        if parameter is not None:
            return cls.from_param(parameter)
        raise TypeError('wrong type')

    def _b_text_(cls, value):
        if value is None:
            return CArgObject(cls._type_, 0)
        if cls._type_ == 'z':
            if isinstance(value, unicode):
                value = value.encode(_encoding, _errors)
            return CArgObject('z', _native.str_address(value), value)
        if isinstance(value, str):
            value = value.decode(_encoding, _errors)
        block = _wide_block(value)
        return CArgObject('Z', block.address, block)


class PyCPointerType(_CType):

    def __new__(meta, name, bases, body):
        cls = type.__new__(meta, name, bases, body)
        cls._b_size_ = cls._b_align_ = 8
        cls._b_ffi_ = 'P'
        target = body.get('_type_')
        if target is not None and not isinstance(target, _CType):
            raise TypeError('_type_ must have storage info')
        return cls

    def set_type(cls, target):
        if not isinstance(target, _CType):
            raise TypeError('_type_ must have storage info')
        cls._type_ = target

    def from_param(cls, value):
        if value is None:
            return CArgObject('P', 0)
        target = cls.__dict__.get('_type_', getattr(cls, '_type_', None))
        if target is not None and isinstance(value, target):
            return byref(value)
        if isinstance(value, (_Pointer, Array)) and target is not None and \
                issubclass(value._type_, target):
            return value
        return _CType.from_param.__get__(cls)(value)


class PyCArrayType(_CType):

    def __new__(meta, name, bases, body):
        cls = type.__new__(meta, name, bases, body)
        if name == 'Array' and body.get('__module__') == '_ctypes':
            return cls
        length = getattr(cls, '_length_', None)
        if length is None:
            raise AttributeError("class must define a '_length_' attribute, "
                                 'which must be a positive integer')
        if not isinstance(length, (int, long)):
            raise AttributeError("class must define a '_length_' attribute, "
                                 'which must be a positive integer')
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        target = getattr(cls, '_type_', None)
        if target is None:
            raise AttributeError("class must define a '_type_' attribute")
        if not isinstance(target, _CType):
            raise TypeError('_type_ must have storage info')
        if length * target._b_size_ > sys.maxint:
            raise OverflowError('array too large')
        cls._b_size_ = length * target._b_size_
        cls._b_align_ = target._b_align_
        cls._b_ffi_ = 'P'
        return cls

    def from_param(cls, value):
        target = cls._type_
        code = getattr(target, '_type_', None) \
            if issubclass(target, _SimpleCData) else None
        if code == 'c' and isinstance(value, str):
            if len(value) > cls._length_:
                raise ValueError('Invalid length')
            return cls(*value)
        if code == 'u' and isinstance(value, unicode):
            if len(value) > cls._length_:
                raise ValueError('Invalid length')
            return cls(*value)
        if isinstance(value, tuple):
            if len(value) > cls._length_:
                raise ValueError('Invalid length')
            return cls(*value)
        return _CType.from_param.__get__(cls)(value)


_arrays = {}


def _array_type(cls, length):
    if not isinstance(length, (int, long)):
        raise TypeError("can't multiply sequence by non-int of type '%s'"
                        % type(length).__name__)
    if length < 0:
        raise ValueError('Array length must be >= 0, not %d' % length)
    key = cls, length
    found = _arrays.get(key)
    if found is None:
        if not hasattr(cls, '_b_size_'):
            raise TypeError('_type_ must have storage info')
        found = _arrays[key] = PyCArrayType(
            '%s_Array_%d' % (cls.__name__, length), (Array,),
            {'_length_': length, '_type_': cls, '__module__': '__main__'})
    return found


# Structures and unions.

def _is_text(kind):
    """An array of characters, whose fields show as strings."""
    return (issubclass(kind, Array) and
            issubclass(kind._type_, _SimpleCData) and
            kind._type_._type_ in ('c', 'u'))


class _CField(object):
    """A field of a structure: at an offset, maybe some bits."""

    __slots__ = ('_b_name_', '_b_type_', 'offset', 'size', '_b_bits_',
                 '_b_shift_')

    def __init__(self, name, kind, offset, bits=None, shift=0):
        self._b_name_ = name
        self._b_type_ = kind
        self.offset = offset
        self._b_bits_ = bits
        self._b_shift_ = shift
        self.size = (kind._b_size_ if bits is None else bits << 16 | shift)

    def _b_from_the_top_(self):
        """Bits are counted from the other end."""
        self._b_shift_ = (8 * self._b_type_._b_size_ - self._b_shift_ -
                          self._b_bits_)
        self.size = self._b_bits_ << 16 | self._b_shift_

    def __repr__(self):
        if self._b_bits_ is not None:
            return '<Field type=%s, ofs=%d:%d, bits=%d>' % (
                self._b_type_.__name__, self.offset, self._b_shift_,
                self._b_bits_)
        return '<Field type=%s, ofs=%d, size=%d>' % (
            self._b_type_.__name__, self.offset, self.size)

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        kind = self._b_type_
        address = obj._b_addr_ + self.offset
        if self._b_bits_ is not None:
            return self._read_bits(address)
        if _is_text(kind):
            return kind._b_at_(address, obj).value
        return _get_item(obj, kind, address, self._b_name_)

    def _read_bits(self, address):
        kind = self._b_type_
        word = _load_simple(address, kind)
        signed = kind._type_ in 'bhilq'
        word = int(word) >> self._b_shift_ & (1 << self._b_bits_) - 1
        if signed and word >> (self._b_bits_ - 1):
            word -= 1 << self._b_bits_
        if kind._type_ == '?':
            return bool(word)
        return long(word) if kind._type_ in 'ILQ' else int(word)

    def __set__(self, obj, value):
        kind = self._b_type_
        address = obj._b_addr_ + self.offset
        if self._b_bits_ is None:
            if _is_text(kind) and isinstance(value, basestring):
                if len(value) > kind._length_:
                    raise ValueError('string too long (%d, maximum length %d)'
                                     % (len(value), kind._length_))
                kind._b_at_(address, obj).value = value
                return
            _set_item(obj, kind, address, self._b_name_, value)
            return
        if not isinstance(value, (int, long)):
            raise TypeError('int expected instead of %s instance'
                            % type(value).__name__)
        mask = (1 << self._b_bits_) - 1
        word = int(_load_simple(address, kind))
        word &= ~(mask << self._b_shift_)
        word |= (value & mask) << self._b_shift_
        _store_plain(address, kind, word)

    def __delete__(self, obj):
        raise TypeError("can't delete attribute")


CField = _CField


class _Layout(object):
    """Where fields go, as gcc puts them."""

    def __init__(self, cls, base, pack, is_union):
        self.offset = self.size = getattr(base, '_b_size_', 0)
        self.align = getattr(base, '_b_align_', 1) or 1
        if is_union:
            self.offset = 0
        self.pack = pack
        self.is_union = is_union
        self.storage = self.used = 0  # bits of the current field of bits

    def add(self, name, kind, bits):
        size = kind._b_size_
        if self.is_union:
            self.offset = 0
            field = self._place(name, kind, bits, 0, False)
            self.size = max(self.size, size)
            self.storage = self.used = 0
            return field
        if bits is not None and self.storage:
            if size * 8 <= self.storage and self.used + bits <= self.storage:
                field = _CField(name, kind, self.offset - size, bits,
                                self.used)
                self.used += bits
                return field
            if size * 8 >= self.storage and self.used + bits <= size * 8:
                more = size - self.storage // 8
                self.offset += more
                self.size += more
                self.storage = size * 8
                field = _CField(name, kind, self.offset - size, bits,
                                self.used)
                self.used += bits
                return field
        return self._place(name, kind, bits, size, True)

    def _place(self, name, kind, bits, advance, count):
        align = kind._b_align_
        if self.pack:
            align = min(self.pack, align)
        if align and self.offset % align:
            gap = align - self.offset % align
            self.offset += gap
            self.size += gap
        field = _CField(name, kind, self.offset, bits, 0)
        if count:
            self.size += kind._b_size_
        self.offset += advance
        self.align = max(self.align, align)
        if bits is None:
            self.storage = self.used = 0
        else:
            self.storage = kind._b_size_ * 8
            self.used = bits
        return field


def _check_bits(kind, bits):
    code = getattr(kind, '_type_', None) \
        if issubclass(kind, _SimpleCData) else None
    if not isinstance(code, str) or code not in 'bBhHiIlLqQ?':
        raise TypeError('bit fields not allowed for type %s' % kind.__name__)
    if not 0 < bits <= kind._b_size_ * 8:
        raise ValueError('number of bits invalid for bit field')


class _Record(_CType):
    """Types of structures and unions."""

    _b_union_ = False

    def __new__(meta, name, bases, body):
        fields = body.pop('_fields_', None)
        cls = type.__new__(meta, name, bases, body)
        if '_abstract_' in body:
            return cls
        base = bases[0]
        cls._b_final_ = False
        if hasattr(base, '_b_final_'):
            base._b_final_ = True
        if not hasattr(cls, '_b_size_'):
            cls._b_size_ = 0
            cls._b_align_ = 1
            cls._b_names_ = []
            cls._b_parts_ = ()
        cls._b_ffi_ = 8, 1, ()
        cls._b_describe_()
        if fields is not None:
            cls._fields_ = fields
        return cls

    def _b_describe_(cls):
        if cls._b_union_ or not cls._b_parts_:
            # libffi only has to know the size and the class of registers.
            parts = ('L',) * ((cls._b_size_ + 7) // 8)
            if cls._b_size_ <= 8:
                parts = {0: (), 1: ('B',), 2: ('H',), 4: ('I',)}.get(
                    cls._b_size_, parts)
        else:
            parts = cls._b_parts_
        cls._b_ffi_ = cls._b_size_, cls._b_align_, tuple(parts)

    def __setattr__(cls, name, value):
        if name == '_fields_':
            cls._b_set_fields_(value)
        type.__setattr__(cls, name, value)

    def _b_set_fields_(cls, fields):
        if cls.__dict__.get('_b_final_') or '_fields_' in cls.__dict__:
            raise AttributeError('_fields_ is final')
        try:
            fields = list(fields)
        except TypeError:
            raise TypeError('_fields_ must be a sequence of pairs')
        base = cls.__bases__[0]
        pack = getattr(cls, '_pack_', 0)
        if '_pack_' in cls.__dict__ and (not isinstance(pack, (int, long)) or
                                         not 0 <= pack < 1 << 31):
            raise ValueError('_pack_ must be a non-negative integer')
        base_size = getattr(base, '_b_size_', 0)
        layout = _Layout(cls, base, pack, cls._b_union_)
        names = list(getattr(base, '_b_names_', ()))
        parts = list(getattr(base, '_b_parts_', ()))
        swapped = getattr(cls, '_swappedbytes_', None) is not None
        for item in fields:
            if not isinstance(item, tuple) or len(item) not in (2, 3):
                raise TypeError('_fields_ must be a sequence of (name, C '
                                'type) pairs')
            name, kind = item[:2]
            if not isinstance(name, str):
                raise TypeError('_fields_ must be a sequence of (name, C '
                                'type) pairs')
            if not isinstance(kind, _CType) or not hasattr(kind, '_b_size_'):
                raise TypeError('second item in _fields_ tuple (index %d) '
                                'must be a C type' % fields.index(item))
            bits = None
            if len(item) == 3:
                bits = item[2]
                _check_bits(kind, bits)
            if swapped:
                kind = _other_endian(kind)
            if hasattr(kind, '_b_final_'):
                kind._b_final_ = True
            field = layout.add(name, kind, bits)
            if swapped and bits is not None:
                field._b_from_the_top_()
            type.__setattr__(cls, name, field)
            names.append(name)
            parts.extend(_parts_of(kind))
        align = layout.align
        size = layout.size
        if cls._b_union_:
            size = max(size, base_size)
        if align and size % align:
            size += align - size % align
        cls._b_size_ = size
        cls._b_align_ = align
        cls._b_names_ = names
        cls._b_parts_ = () if pack else tuple(parts)
        if any(len(item) == 3 for item in fields):
            cls._b_parts_ = ()
        cls._b_describe_()
        cls._b_final_ = True
        anonymous = cls.__dict__.get('_anonymous_')
        if anonymous is not None:
            cls._b_lift_(anonymous, fields)

    def _b_lift_(cls, anonymous, fields):
        """The fields of some of the fields become its own."""
        for name in anonymous:
            field = cls.__dict__.get(name)
            if name not in [f[0] for f in fields]:
                raise AttributeError(name)
            for inner in field._b_type_._b_names_:
                part = getattr(field._b_type_, inner)
                moved = _CField(inner, part._b_type_,
                                field.offset + part.offset, part._b_bits_,
                                part._b_shift_)
                type.__setattr__(cls, inner, moved)


def _parts_of(kind):
    if issubclass(kind, Array):
        return _parts_of(kind._type_) * kind._length_
    if issubclass(kind, (Structure, Union)):
        return [kind._b_ffi_]
    return [kind._b_ffi_]


def _other_endian(kind):
    if hasattr(kind, '__ctype_be__') and sys.byteorder == 'little':
        return kind.__ctype_be__
    if issubclass(kind, Array):
        return _other_endian(kind._type_) * kind._length_
    if issubclass(kind, Structure) and hasattr(kind, '_swappedbytes_'):
        return kind
    raise TypeError('This type does not support other endian: %s' % kind)


class PyCStructType(_Record):
    pass


class UnionType(_Record):
    _b_union_ = True


class PyCFuncPtrType(_CType):

    def __new__(meta, name, bases, body):
        cls = type.__new__(meta, name, bases, body)
        cls._b_size_ = cls._b_align_ = 8
        cls._b_ffi_ = 'P'
        if body.get('__module__') == '_ctypes' and name == 'CFuncPtr':
            return cls
        if not isinstance(getattr(cls, '_flags_', None), (int, long)):
            raise TypeError("class must define _flags_ which must be an "
                            'integer')
        argtypes = body.get('_argtypes_')
        if argtypes is not None:
            _check_argtypes(argtypes, '_argtypes_')
        restype = body.get('_restype_')
        if restype is not None and not isinstance(restype, _CType) and \
                not callable(restype):
            raise TypeError('_restype_ must be a type, a callable, or None')
        return cls


def _check_argtypes(argtypes, name):
    if not isinstance(argtypes, tuple):
        raise TypeError('%s must be a sequence of types' % name)
    for i, t in enumerate(argtypes):
        if not hasattr(t, 'from_param'):
            raise TypeError('item %d in _argtypes_ has no from_param method'
                            % (i + 1))


# Values in memory.

_encoding, _errors = 'ascii', 'strict'


def set_conversion_mode(encoding, errors):
    global _encoding, _errors
    old = _encoding, _errors
    _encoding, _errors = encoding, errors
    return old


def _store_text(address, code, value):
    """Of c_char_p and c_wchar_p; what has to be kept."""
    keep = None
    if value is None:
        pointer = 0
    elif isinstance(value, (int, long)):
        pointer = value
    elif code == 'z':
        if isinstance(value, unicode):
            value = value.encode(_encoding, _errors)
        elif not isinstance(value, str):
            raise TypeError('string or integer address expected instead of '
                            '%s instance' % type(value).__name__)
        keep = value
        pointer = _native.str_address(value)
    else:
        if isinstance(value, str):
            value = value.decode(_encoding, _errors)
        elif not isinstance(value, unicode):
            raise TypeError('unicode string or integer address expected '
                            'instead of %s instance' % type(value).__name__)
        keep = _wide_block(value)
        pointer = keep.address
    _native.write(address, 'P', pointer)
    return keep


def _store_simple(address, code, value):
    """A Python value as C; what has to be kept."""
    if code in 'zZ':
        return _store_text(address, code, value)
    if code == 'P':
        if value is None:
            value = 0
        elif not isinstance(value, (int, long)):
            raise TypeError('cannot be converted to pointer')
        _native.write(address, 'P', value)
        return None
    if code == 'O':
        _native.put_object(address, value)
        return value
    if code == 'u' and isinstance(value, str):
        value = value.decode(_encoding, _errors)
    if code in 'vX':
        raise TypeError('not supported')
    _native.write(address, '?' if code == 'v' else code, value)
    return None


def _swap(address, size):
    _native.write_bytes(address, _native.read_bytes(address, size)[::-1])


def _store_plain(address, kind, value):
    keep = _store_simple(address, kind._type_, value)
    if kind._b_swapped_:
        _swap(address, kind._b_size_)
    return keep


def _load_simple(address, kind):
    code = kind._type_
    if kind._b_swapped_:
        block = _native.new_block(kind._b_size_)
        _native.write_bytes(block.address, _native.read_bytes(
            address, kind._b_size_)[::-1])
        return _native.read(block.address, code)
    if code == 'z':
        pointer = _native.read(address, 'P')
        return _native.read_bytes(pointer, -1) if pointer else None
    if code == 'Z':
        pointer = _native.read(address, 'P')
        return _native.read_wide(pointer, -1) if pointer else None
    if code == 'P':
        return _native.read(address, 'P') or None
    if code == 'O':
        return _native.object_at(address)
    return _native.read(address, code)


class _CData(object):
    """The base of all types of C."""

    __slots__ = ('_b_addr_', '_b_keep_', '_b_base_', '_objects', '__dict__',
                 '__weakref__')

    _b_needsfree_ = 1

    def __init__(self):
        pass

    @property
    def _b_length_(self):
        return sizeof(self)

    def _b_own_(self):
        block = _native.new_block(type(self)._b_size_)
        self._b_addr_ = block.address
        self._b_keep_ = block
        self._b_base_ = None
        self._objects = None

    def _b_remember_(self, key, keep):
        """Has the outermost object keep something alive."""
        if keep is None:
            return
        root = self
        path = str(key)
        while root._b_base_ is not None:
            path += ':%x' % getattr(root, '_b_index_', 0)
            root = root._b_base_
        if not isinstance(root._objects, dict):
            root._objects = {}
        root._objects[path] = keep

    def __hash__(self):
        raise TypeError('unhashable type')

    def __reduce__(self):
        if _has_pointers(type(self)):
            raise ValueError('ctypes objects containing pointers cannot be '
                             'pickled')
        return (_unpickle, (type(self),
                            (self.__dict__,
                             _native.read_bytes(self._b_addr_,
                                                type(self)._b_size_))))

    def __setstate__(self, state):
        attributes, data = state
        self.__dict__.update(attributes)
        _native.write_bytes(self._b_addr_, data)

    def __ctypes_from_outparam__(self):
        return self


_native.export_memory(_CData)


def _has_pointers(cls):
    if issubclass(cls, (_Pointer, CFuncPtr)):
        return True
    if issubclass(cls, Array):
        return _has_pointers(cls._type_)
    if issubclass(cls, (Structure, Union)):
        return any(_has_pointers(getattr(cls, name)._b_type_)
                   for name in cls._b_names_)
    return cls._type_ in 'zZPOX'


def _unpickle(cls, state):
    self = cls.__new__(cls)
    self._b_own_()
    self.__setstate__(state)
    return self


def _get_item(owner, kind, address, key):
    """What stands at an address inside owner."""
    if issubclass(kind, _SimpleCData) and kind._b_plain_:
        return _load_simple(address, kind)
    item = kind._b_at_(address, owner)
    item._b_base_ = owner
    return item


def _kept(value):
    """What keeps the memory of a value alive that was copied."""
    return value._objects if value._objects is not None else value


def _set_item(owner, kind, address, key, value):
    if isinstance(value, kind):
        _native.write_bytes(address, _native.read_bytes(value._b_addr_,
                                                        kind._b_size_))
        if _has_pointers(kind):
            owner._b_remember_(key, _kept(value))
        return
    if issubclass(kind, _SimpleCData):
        owner._b_remember_(key, _store_plain(address, kind, value))
        return
    if issubclass(kind, Array):
        if issubclass(kind._type_, _SimpleCData) and kind._type_._type_ in (
                'c', 'u') and isinstance(value, basestring):
            kind._b_at_(address, owner).value = value
            return
        if isinstance(value, tuple):
            item = kind(*value)
            _set_item(owner, kind, address, key, item)
            return
    if issubclass(kind, (Structure, Union)) and isinstance(value, tuple):
        try:
            item = kind(*value)
        except Exception as e:
            raise RuntimeError('(%s) %s: %s' % (kind.__name__, type(e), e))
        _set_item(owner, kind, address, key, item)
        return
    if issubclass(kind, (_Pointer, CFuncPtr)) and value is None:
        _native.write(address, 'P', 0)
        return
    if issubclass(kind, _Pointer):
        if isinstance(value, Array) and issubclass(value._type_,
                                                   kind._type_):
            _native.write(address, 'P', value._b_addr_)
            owner._b_remember_(key, value)
            return
    if not isinstance(value, _CData):
        raise TypeError('expected %s instance, got %s'
                        % (kind.__name__, type(value).__name__))
    raise TypeError('incompatible types, %s instance instead of %s instance'
                    % (type(value).__name__, kind.__name__))


class _SimpleCData(_CData):
    __metaclass__ = PyCSimpleType
    __slots__ = ()

    def __new__(cls, *args):
        if cls is _SimpleCData:
            raise TypeError('abstract class')
        return _CData.__new__(cls)

    def __init__(self, value=None):
        self._b_own_()
        if value is not None:
            self.value = value
        elif type(self)._type_ == 'O':
            pass

    @property
    def value(self):
        """current value"""
        return _load_simple(self._b_addr_, type(self))

    @value.setter
    def value(self, value):
        keep = _store_plain(self._b_addr_, type(self), value)
        if self._b_base_ is not None:
            self._b_remember_('0', keep)
        else:
            self._objects = keep

    @value.deleter
    def value(self):
        raise TypeError("can't delete attribute")

    def __nonzero__(self):
        size = type(self)._b_size_
        return _native.read_bytes(self._b_addr_, size) != b'\0' * size

    def __repr__(self):
        if not type(self)._b_plain_:
            return '<%s object at 0x%x>' % (type(self).__name__, id(self))
        return '%s(%r)' % (type(self).__name__, self.value)

    def __ctypes_from_outparam__(self):
        return self.value if type(self)._b_plain_ else self


# c_char_p takes arrays and pointers of these.
c_char_or_byte = ()


class _Pointer(_CData):
    __metaclass__ = PyCPointerType
    __slots__ = ()

    def __new__(cls, *args):
        if getattr(cls, '_type_', None) is None:
            raise TypeError('Cannot create instance: has no _type_')
        return _CData.__new__(cls)

    def __init__(self, value=None):
        self._b_own_()
        if value is not None:
            self.contents = value

    def _b_pointer_(self):
        return _native.read(self._b_addr_, 'P')

    @property
    def contents(self):
        """What is at the address; may be assigned."""
        pointer = self._b_pointer_()
        if not pointer:
            raise ValueError('NULL pointer access')
        item = type(self)._type_._b_at_(pointer, self._objects)
        item._b_base_ = None
        return item

    @contents.setter
    def contents(self, value):
        # As in CPython, whatever it is.
        if not isinstance(value, _CData):
            raise TypeError('expected %s instead of %s'
                            % (type(self)._type_.__name__,
                               type(value).__name__))
        _native.write(self._b_addr_, 'P', value._b_addr_)
        if self._b_base_ is not None:
            self._b_remember_('1', value)
        else:
            self._objects = {'1': value}
            if value._objects is not None:
                self._objects['0'] = value._objects

    def __nonzero__(self):
        return self._b_pointer_() != 0

    def __getitem__(self, index):
        kind = type(self)._type_
        if isinstance(index, slice):
            return self._b_slice_(index, kind)
        pointer = self._b_pointer_()
        if not isinstance(index, (int, long)):
            raise TypeError('Pointer indices must be integer')
        if not pointer:
            raise ValueError('NULL pointer access')
        return _get_item(self, kind, pointer + index * kind._b_size_,
                         index) if issubclass(kind, _SimpleCData) else \
            kind._b_at_(pointer + index * kind._b_size_, self._objects)

    def __getslice__(self, start, stop):
        return self[slice(start, stop)]

    def _b_slice_(self, index, kind):
        step = 1 if index.step is None else index.step
        if step == 0:
            raise ValueError('slice step cannot be zero')
        if index.start is None and step < 0:
            raise ValueError('slice start is required for step < 0')
        start = 0 if index.start is None else index.start
        if index.stop is None:
            raise ValueError('slice stop is required')
        return _joined(kind, [self[i] for i in
                              xrange(start, index.stop, step)])

    def __setitem__(self, index, value):
        kind = type(self)._type_
        pointer = self._b_pointer_()
        if not isinstance(index, (int, long)):
            raise TypeError('Pointer does not support item assignment')
        if not pointer:
            raise ValueError('NULL pointer access')
        _set_item(self, kind, pointer + index * kind._b_size_, index, value)

    def __delitem__(self, index):
        raise TypeError('Pointer does not support item deletion')


def _joined(kind, items):
    if issubclass(kind, _SimpleCData) and kind._b_plain_:
        if kind._type_ == 'c':
            return ''.join(items)
        if kind._type_ == 'u':
            return u''.join(items)
    return items


class Array(_CData):
    __metaclass__ = PyCArrayType
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Array:
            raise TypeError('abstract class')
        return _CData.__new__(cls)

    def __init__(self, *args):
        self._b_own_()
        for i, value in enumerate(args):
            self[i] = value

    def __len__(self):
        return type(self)._length_

    def _b_place_(self, index):
        if not isinstance(index, (int, long)):
            raise TypeError('indices must be integers')
        length = type(self)._length_
        if index < 0:
            index += length
        if not 0 <= index < length:
            raise IndexError('invalid index')
        return index

    def __getitem__(self, index):
        kind = type(self)._type_
        if isinstance(index, slice):
            return _joined(kind, [self[i] for i in
                                  xrange(*index.indices(len(self)))])
        index = self._b_place_(index)
        return _get_item(self, kind, self._b_addr_ + index * kind._b_size_,
                         index)

    def __getslice__(self, start, stop):
        return self[slice(start, stop)]

    def __setitem__(self, index, value):
        kind = type(self)._type_
        if isinstance(index, slice):
            places = xrange(*index.indices(len(self)))
            if len(value) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for i, v in zip(places, value):
                self[i] = v
            return
        index = self._b_place_(index)
        _set_item(self, kind, self._b_addr_ + index * kind._b_size_, index,
                  value)

    def __setslice__(self, start, stop, value):
        self[slice(start, stop)] = value

    def __delitem__(self, index):
        raise TypeError('Array does not support item deletion')

    def __iter__(self):
        for i in xrange(len(self)):
            yield self[i]

    def _b_code_(self, name):
        kind = type(self)._type_
        code = kind._type_ if issubclass(kind, _SimpleCData) else None
        if code not in ('c', 'u') or name == 'raw' and code != 'c':
            raise AttributeError("'%s' object has no attribute '%s'"
                                 % (type(self).__name__, name))
        return code

    @property
    def raw(self):
        """value"""
        self._b_code_('raw')
        return _native.read_bytes(self._b_addr_, len(self))

    @raw.setter
    def raw(self, value):
        self._b_code_('raw')
        value = bytes(buffer(value))
        if len(value) > len(self):
            raise ValueError('string too long')
        _native.write_bytes(self._b_addr_, value)

    @property
    def value(self):
        """string value"""
        if self._b_code_('value') == 'c':
            return _native.read_bytes(self._b_addr_, len(self)).split(
                '\0', 1)[0]
        return _native.read_wide(self._b_addr_, len(self)).split(u'\0', 1)[0]

    @value.setter
    def value(self, value):
        if self._b_code_('value') == 'c':
            if isinstance(value, unicode):
                value = value.encode(_encoding, _errors)
            elif not isinstance(value, str):
                raise TypeError('string expected instead of %s instance'
                                % type(value).__name__)
            if len(value) > len(self):
                raise ValueError('string too long')
            if len(value) < len(self):
                value += '\0'
            _native.write_bytes(self._b_addr_, value)
            return
        if isinstance(value, str):
            value = value.decode(_encoding, _errors)
        elif not isinstance(value, unicode):
            raise TypeError('unicode string expected instead of %s instance'
                            % type(value).__name__)
        if len(value) > len(self):
            raise ValueError('string too long')
        if len(value) < len(self):
            value += u'\0'
        _native.write_wide(self._b_addr_, value)


class _RecordBase(_CData):
    __slots__ = ()

    def __init__(self, *args, **kwargs):
        self._b_own_()
        cls = type(self)
        cls._b_final_ = True
        names = cls._b_names_
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError('duplicate values for field %r' % name)
            setattr(self, name, value)
        if len(args) > len(names):
            raise TypeError('too many initializers')
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_RecordBase):
    """Structure base class"""

    __metaclass__ = PyCStructType
    __slots__ = ()
    _abstract_ = 0

    def __new__(cls, *args, **kwargs):
        if '_abstract_' in cls.__dict__:
            raise TypeError('abstract class')
        return _CData.__new__(cls)


class Union(_RecordBase):
    """Union base class"""

    __metaclass__ = UnionType
    __slots__ = ()
    _abstract_ = 0

    def __new__(cls, *args, **kwargs):
        if '_abstract_' in cls.__dict__:
            raise TypeError('abstract class')
        return _CData.__new__(cls)


# Calls.

def _pass(value):
    """An argument as (description, value, what to keep)."""
    if isinstance(value, CArgObject):
        tag = value._b_tag_
        return ('P' if tag in ('z', 'Z') else tag), value._b_value_, value
    if isinstance(value, _SimpleCData):
        code = type(value)._type_
        if code == 'O':
            return 'O', value.value, value
        code = type(value)._b_ffi_
        return code, _native.read(value._b_addr_, code), value
    if isinstance(value, (_Pointer, CFuncPtr)):
        return 'P', _native.read(value._b_addr_, 'P'), value
    if isinstance(value, Array):
        return 'P', value._b_addr_, value
    if isinstance(value, (Structure, Union)):
        return type(value)._b_ffi_, value._b_addr_, value
    if value is None:
        return 'P', 0, None
    if isinstance(value, (int, long)):
        if not -(1 << 63) <= value < 1 << 64:
            raise ArgumentError('long int too long to convert')
        return 'i', value, None
    if isinstance(value, str):
        return 'P', _native.str_address(value), value
    if isinstance(value, unicode):
        block = _wide_block(value)
        return 'P', block.address, block
    parameter = getattr(value, '_as_parameter_', None)
    if parameter is not None:
        return _pass(parameter)
    return None


class CFuncPtr(_CData):
    """Function Pointer"""

    __metaclass__ = PyCFuncPtrType
    __slots__ = ('_b_callable_', '_b_restype_', '_b_argtypes_',
                 '_b_errcheck_', '_b_paramflags_')

    def __new__(cls, *args):
        self = _CData.__new__(cls)
        self._b_callable_ = self._b_errcheck_ = self._b_paramflags_ = None
        return self

    def __init__(self, *args):
        self._b_own_()
        if not args:
            return
        first = args[0]
        if isinstance(first, tuple):
            self._b_from_dll_(*args)
        elif isinstance(first, (int, long)) and len(args) == 1:
            _native.write(self._b_addr_, 'P', first)
        elif callable(first):
            self._b_from_callable_(first)
        else:
            raise TypeError('argument must be callable or integer function '
                            'address')

    def _b_from_dll_(self, pair, paramflags=None):
        name, dll = pair
        if not isinstance(name, (str, int, long)):
            raise TypeError('function name must be string or integer')
        handle = dll._handle
        if not isinstance(handle, (int, long)):
            raise TypeError('the _handle attribute of the second argument '
                            'must be an integer')
        try:
            address = _native.dlsym(handle, name)
        except OSError as e:
            raise AttributeError(str(e))
        _native.write(self._b_addr_, 'P', address)
        self._b_keep_ = self._b_keep_, dll
        self._objects = {'0': dll}
        self._b_paramflags_ = paramflags

    def _b_from_callable_(self, function):
        cls = type(self)
        restype = getattr(cls, '_restype_', None)
        argtypes = getattr(cls, '_argtypes_', ()) or ()
        if restype is not None and (
                not isinstance(restype, _CType) or
                not isinstance(restype._b_ffi_, str)):
            raise TypeError('invalid result type for callback function')
        use_errno = cls._flags_ & FUNCFLAG_USE_ERRNO

        def run(*values):
            args = []
            for kind, value in zip(argtypes, values):
                args.append(_from_c(kind, value))
            result = function(*args)
            if restype is None:
                return None
            return _to_c(restype, result)
        closure = _native.closure(
            run, 'v' if restype is None else restype._b_ffi_,
            tuple([t._b_ffi_ for t in argtypes]))
        self._b_keep_ = self._b_keep_, closure
        self._b_callable_ = function
        self._objects = {'0': closure}
        _native.write(self._b_addr_, 'P', closure.address)

    @property
    def restype(self):
        """The type of what a call returns."""
        try:
            return self._b_restype_
        except AttributeError:
            return getattr(type(self), '_restype_', None)

    @restype.setter
    def restype(self, value):
        if value is not None and not isinstance(value, _CType) and \
                not callable(value):
            raise TypeError('restype must be a type, a callable, or None')
        self._b_restype_ = value

    @restype.deleter
    def restype(self):
        try:
            del self._b_restype_
        except AttributeError:
            pass

    @property
    def argtypes(self):
        """The types that arguments are converted to, or None."""
        try:
            return self._b_argtypes_
        except AttributeError:
            return getattr(type(self), '_argtypes_', None)

    @argtypes.setter
    def argtypes(self, value):
        if value is not None:
            value = tuple(value)
            _check_argtypes(value, '_argtypes_')
        self._b_argtypes_ = value

    @argtypes.deleter
    def argtypes(self):
        try:
            del self._b_argtypes_
        except AttributeError:
            pass

    @property
    def errcheck(self):
        """Is called with each result, and may replace it or raise."""
        return self._b_errcheck_

    @errcheck.setter
    def errcheck(self, value):
        if value is not None and not callable(value):
            raise TypeError('the errcheck attribute must be callable')
        self._b_errcheck_ = value

    @errcheck.deleter
    def errcheck(self):
        self._b_errcheck_ = None

    def __nonzero__(self):
        return _native.read(self._b_addr_, 'P') != 0

    def __repr__(self):
        return '<%s object at 0x%x>' % (type(self).__name__, id(self))

    def _b_in_params_(self, argtypes, args, kwargs):
        """(arguments, places of those that come out)"""
        flags = self._b_paramflags_
        if not flags or not argtypes:
            if kwargs:
                raise TypeError('this function takes no keyword arguments')
            return args, ()
        given = list(args)
        result, out = [], []
        for i, flag in enumerate(flags):
            flag = flag or (1,)
            mode = flag[0] or 1
            name = flag[1] if len(flag) > 1 else None
            if mode & 2 and not mode & 1:
                kind = argtypes[i]
                if not hasattr(kind, '_type_') or isinstance(kind._type_, str):
                    raise TypeError("NULL stgdict unexpected")
                value = kind._type_()
                out.append(i)
            elif given:
                value = given.pop(0)
            elif name is not None and name in kwargs:
                value = kwargs.pop(name)
            elif len(flag) > 2:
                value = flag[2]
            elif mode & 4:
                value = 0
            elif name is not None:
                raise TypeError("required argument '%s' missing" % name)
            else:
                raise TypeError('not enough arguments')
            if mode & 3 == 3:
                out.append(i)
            result.append(value)
        if given:
            raise TypeError('call takes exactly %d arguments (%d given)'
                            % (len(flags) - len(out), len(args)))
        return tuple(result), out

    def __call__(self, *args, **kwargs):
        address = _native.read(self._b_addr_, 'P')
        if not address:
            raise ValueError('attempt to call a NULL function pointer')
        restype, argtypes = self.restype, self.argtypes
        args, out = self._b_in_params_(argtypes, args, kwargs)
        if argtypes is not None:
            needed = len(argtypes)
            if len(args) < needed:
                raise TypeError(
                    'this function takes at least %d argument%s (%d given)'
                    % (needed, '' if needed == 1 else 's', len(args)))
        passed, keep = [], []
        for i, value in enumerate(args):
            if argtypes is not None and i < len(argtypes):
                if i in out and not isinstance(value, (_Pointer,)):
                    keep.append(value)
                try:
                    value = argtypes[i].from_param(value)
                except Exception as e:
                    raise ArgumentError('argument %d: %s: %s'
                                        % (i + 1, type(e), e))
            try:
                item = _pass(value)
            except ArgumentError as e:
                raise ArgumentError('argument %d: %s: %s'
                                    % (i + 1, OverflowError, e))
            if item is None:
                raise ArgumentError(
                    "argument %d: %s: Don't know how to convert parameter %d"
                    % (i + 1, TypeError, i + 1))
            passed.append(item[:2])
            keep.append(item[2])
        result = self._b_result_(address, restype, tuple(passed))
        if self._b_errcheck_ is not None:
            result = self._b_errcheck_(result, self, args)
            if out and result is not args:
                return result
        if not out:
            return result
        values = [args[i].__ctypes_from_outparam__() for i in out]
        return values[0] if len(values) == 1 else tuple(values)

    def _b_result_(self, address, restype, passed):
        flags = type(self)._flags_
        if restype is None:
            return _native.call(address, 'v', passed, flags)
        if not isinstance(restype, _CType):
            return restype(_native.call(address, 'i', passed, flags))
        value = _native.call(address, restype._b_ffi_, passed, flags)
        result = _from_c(restype, value)
        check = getattr(restype, '_check_retval_', None)
        return check(result) if check is not None else result


def _from_c(kind, value):
    """The Python value of a C one, as calls and callbacks give it."""
    if isinstance(kind._b_ffi_, tuple):
        item = kind._b_new_()
        _native.write_bytes(item._b_addr_, value)
        return item
    if issubclass(kind, _SimpleCData):
        code = kind._type_
        if code == 'O':
            return value
        if kind._b_plain_:
            if code == 'z':
                return _native.read_bytes(value, -1) if value else None
            if code == 'Z':
                return _native.read_wide(value, -1) if value else None
            if code == 'P':
                return value or None
            return value
        item = kind._b_new_()
        _native.write(item._b_addr_, kind._b_ffi_, value)
        return item
    item = kind._b_new_()
    _native.write(item._b_addr_, 'P', value)
    return item


def _to_c(kind, value):
    """A callback's result, as its letter wants it."""
    if issubclass(kind, _SimpleCData):
        if isinstance(value, _SimpleCData) and kind._type_ != 'O':
            value = value.value
        if kind._type_ in 'zZP':
            block = _native.new_block(8)
            _store_simple(block.address, kind._type_, value)
            return _native.read(block.address, 'P')
        return value
    if isinstance(value, (_Pointer, CFuncPtr)):
        return _native.read(value._b_addr_, 'P')
    if isinstance(value, _CData):
        return value._b_addr_
    return value or 0


# Functions.

def sizeof(obj):
    """The size in bytes of an object or a type."""
    cls = obj if isinstance(obj, type) else type(obj)
    if not isinstance(cls, _CType) or not hasattr(cls, '_b_size_'):
        raise TypeError('this type has no size')
    if not isinstance(obj, type) and isinstance(obj._b_keep_, _Resized):
        return obj._b_keep_.size
    return cls._b_size_


class _Resized(object):
    def __init__(self, size, block):
        self.size = size
        self.block = block


def resize(obj, size):
    """Gives an object more memory."""
    if not isinstance(obj, _CData):
        raise TypeError('excepted ctypes instance')
    if size < type(obj)._b_size_:
        raise ValueError('minimum size is %d' % type(obj)._b_size_)
    if obj._b_base_ is not None:
        raise ValueError('Memory cannot be resized because this object '
                         "doesn't own it")
    data = _native.read_bytes(obj._b_addr_, min(size, sizeof(obj)))
    block = _native.new_block(size)
    _native.write_bytes(block.address, data)
    obj._b_addr_ = block.address
    obj._b_keep_ = _Resized(size, block)


def alignment(obj):
    """The alignment of an object or a type."""
    cls = obj if isinstance(obj, type) else type(obj)
    if not isinstance(cls, _CType) or not hasattr(cls, '_b_align_'):
        raise TypeError('no alignment info')
    return cls._b_align_


def addressof(obj):
    """The address of an object."""
    if not isinstance(obj, _CData):
        raise TypeError('invalid type')
    return obj._b_addr_


def byref(obj, offset=0):
    """A pointer to obj, for passing to a function."""
    if not isinstance(obj, _CData):
        raise TypeError("byref() argument must be a ctypes instance, not '%s'"
                        % type(obj).__name__)
    return CArgObject('P', obj._b_addr_ + offset, obj)


_pointer_type_cache = {None: None}
_pointer_type_cache.clear()


def POINTER(cls):
    """The type of pointers to a type."""
    found = _pointer_type_cache.get(cls)
    if found is not None:
        return found
    if isinstance(cls, str):
        found = PyCPointerType('LP_' + cls, (_Pointer,), {})
        _pointer_type_cache[id(found)] = found
        return found
    if not isinstance(cls, type):
        raise TypeError('must have a ctypes type')
    found = PyCPointerType('LP_' + cls.__name__, (_Pointer,),
                           {'_type_': cls, '__module__': 'ctypes'})
    _pointer_type_cache[cls] = found
    return found


def pointer(obj):
    """A pointer to an object."""
    return POINTER(type(obj))(obj)


def dlopen(name, flag=RTLD_LOCAL):
    if isinstance(name, unicode):
        name = name.encode('utf-8')
    return _native.dlopen(name, flag)


dlclose = _native.dlclose


def dlsym(handle, name):
    return _native.dlsym(handle, name)


def call_function(address, args):
    return _native.call(address, 'i', tuple([_pass(a)[:2] for a in args]), 0)


call_cdeclfunction = call_function


def PyObj_FromPtr(address):
    block = _native.new_block(8)
    _native.write(block.address, 'P', address)
    return _native.object_at(block.address)


def Py_INCREF(obj):
    return obj


def Py_DECREF(obj):
    return obj


def buffer_info(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    shape = []
    while issubclass(cls, Array):
        shape.append(cls._length_)
        cls = cls._type_
    return '<' + getattr(cls, '_type_', 'B'), len(shape), tuple(shape)
