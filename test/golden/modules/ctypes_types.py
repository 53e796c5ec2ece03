# Types, structures, calls and callbacks of module ctypes.
from ctypes import *
from ctypes.util import find_library
libc = CDLL(find_library('c'), use_errno=True)
print libc.strlen('hello'), libc.abs(-5), c_int(5), c_double(2.5)
libc.strchr.restype = c_char_p
libc.strchr.argtypes = [c_char_p, c_char]
print libc.strchr('hello', 'l')
try: libc.strchr(3, 'l')
except ArgumentError as e: print e
class P(Structure):
    _fields_ = [('x', c_int), ('y', c_double), ('b', c_uint, 3), ('d', c_uint, 5), ('a', c_int * 3)]
p = P(1, 2.5, 5, 9)
print p.x, p.y, p.b, p.d, list(p.a), sizeof(P), P.y, P.b, P.d, P.a
p.a[1] = 7; print p.a[:]
A = c_int * 5
a = A(5, 3, 1, 4, 2)
CMP = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
def cmp_(x, y): return x[0] - y[0]
libc.qsort(a, 5, sizeof(c_int), CMP(cmp_)); print list(a), len(a)
q = pointer(c_int(42)); print q.contents, q[0]; q[0] = 3; print q.contents.value
s = create_string_buffer('abc', 10); print repr(s.raw), s.value, sizeof(s)
memset(s, ord('x'), 2); print s.value
class U(Union): _fields_ = [('i', c_int), ('f', c_float), ('c', c_char * 4)]
u = U(); u.f = 1.0; print hex(u.i), repr(u.c)
print cast(a, POINTER(c_char))[0:8:4], string_at(s), addressof(s) == cast(s, c_void_p).value
class D(Structure): _fields_ = [('quot', c_int), ('rem', c_int)]
libc.div.restype = D
r = libc.div(17, 5); print r.quot, r.rem
m = CDLL(find_library('m')); m.pow.restype = c_double; m.pow.argtypes = [c_double, c_double]; print m.pow(2, 10)
class B(BigEndianStructure): _fields_ = [('a', c_short), ('b', c_int)]
b = B(1, 2); print repr(string_at(addressof(b), sizeof(b))), b.a, b.b
class N(Structure): pass
N._fields_ = [('next', POINTER(N)), ('v', c_int)]
n = N(None, 1); n2 = N(pointer(n), 2); print n2.next.contents.v, bool(n.next)
for f in [lambda: c_int('a'), lambda: c_char('ab'), lambda: a[9], lambda: P(1,2,3,4,5,6,7), lambda: c_int * -1, lambda: POINTER(c_int)().contents, lambda: libc.nope, lambda: CDLL('libnope.so'), lambda: byref(3), lambda: sizeof(3), lambda: cast(a, c_int), lambda: c_int(1.5), lambda: Structure(), lambda: libc.abs(1.5), lambda: c_uint(-1), lambda: c_byte(300), lambda: c_long.from_buffer('abc'), lambda: c_bool([]), lambda: c_wchar_p(u'xy'), lambda: hash(c_int(3))]:
    try: print repr(f())
    except Exception as e: print type(e).__name__, e
libc.errcheck = 1
f = libc.open; set_errno(0); print f('/nonex', 0), get_errno()
def chk(res, func, args): return ('checked', res, args)
libc.abs.errcheck = chk; print libc.abs(-3)
