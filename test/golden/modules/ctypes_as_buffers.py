# Objects of C types as buffers of other modules, and memory that they share.
from ctypes import *
import array, struct, io, mmap, hashlib, sys
def t(f):
    try: print f()
    except Exception as e: print type(e).__name__, e
b = create_string_buffer('hello', 10)
t(lambda: repr(str(buffer(b))))
t(lambda: repr(memoryview(b).tobytes()))
t(lambda: len(memoryview(b)))
t(lambda: repr(bytearray(b)))
t(lambda: hashlib.md5(b).hexdigest())
t(lambda: (c_int * 3).from_buffer(bytearray(12))[:])
ba = bytearray(8); 
def f():
    x = c_int.from_buffer(ba, 4); x.value = 0x01020304; return repr(ba)
t(f)
t(lambda: c_int.from_buffer(bytearray(2)))
t(lambda: c_int.from_buffer('abcd'))
t(lambda: c_int.from_buffer_copy('\1\0\0\0').value)
t(lambda: c_int.from_buffer_copy('ab'))
t(lambda: c_int.from_buffer_copy('abcdef', 3))
t(lambda: c_int.from_buffer(array.array('i', [7, 8]), 4).value)
a = array.array('i', [1, 2])
def f():
    x = (c_int * 2).from_buffer(a); x[0] = 99; return a
t(f)
def f():
    memmove(b, 'world!', 6); return repr(b.value), repr(b.raw)
t(f)
def f():
    memset(addressof(b), ord('z'), 3); return repr(b.value)
t(f)
t(lambda: string_at(b, 4)); t(lambda: string_at(addressof(b)))
t(lambda: wstring_at(create_unicode_buffer(u'w\u1234')))
class S(Structure):
    _fields_ = [('a', c_short), ('b', c_double), ('c', c_char * 3)]
    _pack_ = 1
s = S(1, 2.5, 'xy')
t(lambda: repr(str(buffer(s))))
t(lambda: S.from_buffer_copy(str(buffer(s))).b)
t(lambda: io.BytesIO('abcdefghijklmno').readinto(s))
t(lambda: (s.a, s.c))
t(lambda: struct.unpack_from('<h', s))
t(lambda: struct.pack_into('<h', s, 0, 5))
t(lambda: s.a)
t(lambda: sizeof(s)); t(lambda: memoryview(s).readonly)
f = open('/tmp/pyllc-ctypes-buffer', 'wb'); f.write(s); f.close(); print repr(open('/tmp/pyllc-ctypes-buffer', 'rb').read())
f = open('/tmp/pyllc-ctypes-buffer', 'rb'); t(lambda: f.readinto(b)); print repr(b.raw)
def f():
    m = mmap.mmap(-1, 16); x = c_int.from_buffer(m); x.value = 77; return struct.unpack_from('i', m[:4])
t(f)
p = cast(b, POINTER(c_ubyte)); t(lambda: p[:3]); t(lambda: p.contents)
t(lambda: (c_char * 3).from_address(addressof(b)).raw)
lib = CDLL(None); lib.memcpy.restype = c_void_p
def f():
    lib.memcpy(b, c_char_p('QQ'), 2); return b.raw
t(f)
CMP = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
arr = (c_int * 5)(5, 2, 9, 1, 3); lib.qsort.restype = None
lib.qsort(arr, 5, sizeof(c_int), CMP(lambda x, y: cmp(x[0], y[0]))); print arr[:]
t(lambda: b.raw.__class__); 
def f(): b.raw = 'x' * 20
t(f)
def f(): b.value = 'x' * 20
t(f)
t(lambda: create_string_buffer(-1) if 0 else create_string_buffer(3).raw)
t(lambda: addressof(5)); t(lambda: byref(5)); t(lambda: sizeof(int)); t(lambda: memmove(1.5, 2, 3)); t(lambda: cast(5, int))
t(lambda: POINTER(c_int)().contents); t(lambda: bool(POINTER(c_int)())); t(lambda: resize(b, 2)); t(lambda: resize(b, 50)); t(lambda: sizeof(b))
t(lambda: c_int('x')); t(lambda: c_byte(300).value); t(lambda: c_char('ab')); t(lambda: (c_int * 2)(1, 2, 3)); t(lambda: S(1, 2, 'abcd'));
class U(Union): _fields_ = [('i', c_uint32), ('b', c_ubyte * 4)]
u = U(i=0x01020304); print list(u.b), BigEndianStructure.__name__
class B(BigEndianStructure): _fields_ = [('x', c_uint16), ('y', c_uint32, 12), ('z', c_uint32, 20)]
print repr(str(buffer(B(1, 2, 3))))
import os; os.unlink("/tmp/pyllc-ctypes-buffer")
