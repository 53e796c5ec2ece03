# numbers
def t(s):
    try: print s, '->', repr(eval(s))
    except Exception, e: print s, '!', type(e).__name__, e
import sys
M = sys.maxint
for s in '''M + 1
-M - 1
-M - 2
M * M
M * -1 - 1
-(-M - 1)
abs(-M - 1)
(-M - 1) // -1
divmod(-M - 1, -1)
(-M - 1) % -1
M << 1
1 << 63
1 << 62
1 << 64
-1 << 63
1 << -1
1 >> -1
1L << -1
1 << (1 << 70)
1 >> (1 << 70)
-1 >> 1000
0 << 1 << 62
1 << 1.5
7 // 0
7 % 0
7 / 0
7.0 / 0
7.0 // 0
7.0 % 0
7L / 0
7L % 0
divmod(7, 0)
divmod(7.0, 0)
divmod(7L, 0)
1j / 0
1j // 1
1j % 1
divmod(1j, 1)
0 ** -1
0.0 ** -1
0L ** -1
0j ** -1
2 ** -1
2L ** -1
(-2) ** 0.5
(-2.0) ** 0.5
2 ** 1000 ** 0
2 ** 0.5
pow(2, 10, 1000)
pow(2, -1, 5)
pow(2, 10, 0)
pow(2, 10, -7)
pow(-2, 3, 5)
pow(2.0, 3, 5)
pow(2, 3.0, 5)
pow(2L, 3, 5)
pow('a', 2)
1e308 * 10
-1e308 * 10
1e308 ** 2
10.0 ** 400
10 ** 400 * 1.0
float(10 ** 400)
int(1e308) % 1000
int(float('inf'))
int(float('nan'))
long(float('-inf'))
int('  12  ')
int('0x1f', 16)
int('0x1f', 0)
int('0o17', 0)
int('017', 0)
int('017')
int('0b11', 0)
int('0b11', 2)
int('z', 36)
int('Z', 37)
int('1', 1)
int('1', -1)
int('', 10)
int('')
int(' ')
int('1 2')
int('1_2')
int('+-1')
int('- 1')
int('1L')
long('1L')
long('1l')
int('9' * 30)
int('\\x001')
int('1\\x00')
int(12, 10)
int(1.5, 10)
int(u'12', 8)
int(None)
int([])
int('12', 'a')
int('12', None)
int(x='12')
int('12', base=8)
int()
long()
float()
complex()
bool()
float('1e5'), float('.5'), float('5.'), float('1e'), 3
float('1e5 ')
float('nan'), float('-nan'), float('inf'), float('-Infinity'), float('iNf')
float('infin')
float('1_0')
float('0x1p3')
float('')
float('1,5')
float('1\\x00')
float([])
float('1e400'), float('1e-400')
complex('1+2j'), complex('j'), complex('-j'), complex('1e5j'), complex(' ( 1+2j ) ')
complex('1 + 2j')
complex('1+2')
complex('')
complex('a')
complex('1', 2)
complex(1, '2')
complex(1j, 2j)
complex(None)
complex([])
float(1j)
int(1j)
1j < 2j
1j < 1
1j == 1j, 1j != 2, 1+0j == 1
cmp(1j, 2j)
max(1j, 2j)
sorted([1j, 2])
hash(1j) == hash(1j), hash(1.0) == hash(1), hash(2 ** 70) == hash(2.0 ** 70), hash(float('inf')), hash(float('nan'))
round(2.5), round(-2.5), round(0.5), round(1.5), round(2.675, 2), round(1e300, 2), round(12345, -2)
round(1.5, 1.5)
round('a')
round(1j)
round(2.5, 1 << 70)
round(1e20), round(1.5, 400), round(1.5, -400), round(-0.4)
repr(0.1), repr(1e16), repr(1e15), repr(123456789012345678.0), repr(1e-5), repr(0.0001), repr(-0.0), repr(1.0), repr(1e22), repr(1.7976931348623157e308), repr(5e-324)
str(0.1 + 0.2), str(1e16), str(1e12), str(1e11), str(123456789.123456789), str(1e-5), str(1.0), str(3.0e10)
hex(255), hex(-255), hex(255L), hex(-1L), oct(8), oct(-8), oct(8L), oct(0), oct(0L), hex(0), bin(5), bin(-5), bin(0), bin(2 ** 70)
hex(1.5)
oct('a')
bin(1.5)
bin('a')
chr(255), unichr(300), ord('a'), ord(u'\\u1234')
chr(-1)
chr(1.5)
chr('a')
abs('a')
abs(-1.5), abs(3+4j), abs(-2 ** 70), abs(True)
-'a'
+'a'
~1.5
~True, -True, +True
not 1j
True + True, True * 3, True / 2, True // 2, True % 2, True ** 2, True & 1, True | 2, True ^ True, True << 2
1 if 0.0 else 2, 1 if 0j else 2, 1 if 0L else 2
1 == 1.0 == 1L == True == (1+0j)
2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, 10 ** 400 > float('inf'), -10 ** 400 < float('-inf')
float('nan') == float('nan'), float('nan') < 1, float('nan') in [float('nan')], [float('nan')] == [float('nan')]
(lambda n: (n in [n], n == n, [n] == [n], (n,) == (n,), {n: 1} == {n: 1}))(float('nan'))
cmp(float('nan'), 1), cmp(1, float('nan')), max(float('nan'), 1), max(1, float('nan')), min([float('nan'), 1])
3 .__coerce__(4), 3 .__coerce__(4.0), 3.0.__coerce__(4), 3L.__coerce__(4)
coerce(1, 2.5), coerce(1L, 2), coerce(1, 1j), coerce(True, 2)
coerce('a', 1)
(5).bit_length(), (0).bit_length(), (-5).bit_length(), (2 ** 70).bit_length(), True.bit_length()
(1.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-0.0).as_integer_ratio()
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
(1.5).is_integer(), (2.0).is_integer(), float('inf').is_integer()
(1.5).hex(), (0.0).hex(), (-0.0).hex(), float('inf').hex(), (1e-320).hex()
float.fromhex('0x1.8p+1'), float.fromhex('inf'), float.fromhex('-1')
float.fromhex('zz')
float.fromhex('0x1p5000')
(1+2j).conjugate(), (1).conjugate(), (1.5).conjugate(), (1).numerator, (1).denominator, (1.5).real, (1.5).imag, (2L).imag
sys.maxint + 1 is sys.maxint + 1, type(sys.maxint + 1), type(sys.maxint), type(-sys.maxint - 1), type(2 ** 62), type(2 ** 63)
0xffffffffffffffff, 0x7fffffffffffffff, 0x8000000000000000, -0x8000000000000000, 9223372036854775807, 9223372036854775808, -9223372036854775808
0777, 0o777, 0b101, 0xAL, 1e3, 1E-3, 1.e5, .5e1, 1j, 1.5J, 1e3j
1 / 3, -1 / 3, 1 // 3, -1 // 3, 1 % -3, -1 % 3, -1 % -3, 5.5 // 2, -5.5 // 2, -5.5 % 2, 5.5 % -2, -0.0 % 3, 1e308 % 3
divmod(5, 3), divmod(-5, 3), divmod(5, -3), divmod(-5.5, 2), divmod(5, 1.5), divmod(2 ** 70, 7), divmod(-2 ** 70, 7)
2 ** 70 / 3, 2 ** 70 // -3, 2 ** 70 % -3, 2 ** 70 & 0xff, 2 ** 70 | 1, ~2 ** 70, -2 ** 70 >> 3, -2 ** 70 & 2 ** 65, 2 ** 70 ^ -1
int('-0'), float('-0'), int(-0.5), int(0.99999999999999999), int(1e15 + 0.5), long(1e20)
str(2 ** 70), repr(2 ** 70), '%d' % 2 ** 70 if 0 else 1, str(10 ** 50), -10 ** 20
sum([0.1] * 10), sum([1, 2.5, 3L]), sum([[1], [2]], []), sum([]), sum([], 5)
sum(['a'])
sum([1], 'a')
sum(3)
sum([[1]], 1)
1 + 'a'
'a' + 1
1 + None
[] + ()
() + []
[] + 1
1 + []
{} + {}
'a' - 'b'
'a' * 'b'
'a' * 1.5
[1] * None
None * [1]
'a' % 1
'a' / 2
'a' & 'b'
[] < 1, () > [], 'a' < 1, None < 0, {} < [], 1 < 'a', u'a' < 1, type < 1 in (1,), len < 1 in (0, 1)
1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1 != 2
'abc' 'def', 'a' "b" """c""", u'a' 'b', 'a' u'b', r'\\n' '\\n\''''.split('\n'): t(s)
