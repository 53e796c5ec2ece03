import copy, decimal, pickle
from decimal import Decimal as D, Context, localcontext, getcontext, setcontext

def attempt(f, *args, **kw):
    try:
        return repr(f(*args, **kw))
    except Exception as e:
        return '%s(%s)' % (type(e).__name__, e)

for v in ['', '1', ' 12 \n', '1 2', '+.5', '-5.', '.', 'e5', '1e', '1e+', '1E5', '1e-5', '0x1', '1_0', 'inf', '-INFINITY', 'infin',
          'nan', 'NaN0012', 'snan', '-sNaN7', 'nan1.', u'\u0661\u0662.5', u'\u20ac', u' 7\u2003', 5, -5L, True, 1 << 100, 0.1, -0.0,
          1e300, float('inf'), float('nan'), 2.5, (0, (1, 2, 3), -2), [1, [0, 0, 5], 3], (0, (), 0), (1, (), 'F'), (0, (1, 2), 'n'),
          (0, (0, 4), 'N'), (0, (1,)), (2, (1,), 0), (0, (10,), 0), (0, (1,), 'x'), (0, (1,), 1.5), (0, ('1',), 0), None, 1j,
          D('3.10'), '9' * 50 + '.' + '1' * 50 + 'e-7']:
    print repr(v)[:40], attempt(D, v)
    c = Context(prec=6, traps=[])
    print attempt(c.create_decimal, v), sorted(f.__name__ for f, on in c.flags.items() if on)

for a in [D('1.5'), D(3), D('0.1'), D('NaN'), D('inf')]:
    for b in [1, 2L, 1.5, 0.1, float('inf'), float('nan'), '1.5', None, 1j]:
        print a, b, attempt(a.__add__, b), a == b, a != b, b == a, attempt(lambda: a < b) if not isinstance(b, (str, complex, type(None))) else ''
print attempt(lambda: D(1) + 1.0), attempt(lambda: 1.0 * D(1)), attempt(lambda: D(1) + '1'), attempt(lambda: 2 - D('0.5')), attempt(lambda: 2 ** D(3))
for v in ['0', '1', '-1', '0.5', '1e20', '-1e20', '123456789012345678901234567890', '0.1', '2.50', '1e-300', '1.10', '0.30', '5e300', '125e-3']:
    d = D(v)
    print v, hash(d), hash(d) == hash(float(d)), hash(d.normalize()) == hash(d), hash(-d)
    print int(d), long(d), float(d), complex(d), repr(int(d)), d.real, d.imag, d.conjugate(), bool(d)
print hash(D(12)) == hash(12), hash(D(1 << 70)) == hash(1 << 70), {D('1.0'): 1}[1], attempt(hash, D('snan')), hash(D('nan')), hash(D('-inf'))

for spec in ['', 'f', '.2f', 'e', '.3E', 'g', '.2g', '%', '.1%', ',', '+,.3f', ' ', '010', '<10', '^12.1f', '*>15', '=+12', '010,.1f', 'n',
             '08,', '.0f', '.0g', 'x', '1.2.3', '*<010', '+']:
    print repr(spec), [attempt(format, D(v), spec) for v in ['0', '-1234567.891', '1E+10', '0E3', '1e-9', '99.995', 'NaN', '-inf']]
print repr(format(D('1.5'), u'.2f')), '{0:>8.1f}|{1}'.format(D('2.25'), D('1e5')), '%s %r %.2f' % (D('1.50'), D('1.50'), D('1.505'))
conv = dict(decimal_point='&', grouping=[2, 3, 0], thousands_sep='*')
print D('1234567890.5').__format__('n', _localeconv=conv), attempt(D(1).__format__, ',n', _localeconv=conv)

class Money(D):
    def __str__(self):
        return D.__str__(self).replace('.', '.0')
m = Money('2.5')
print m, repr(m), type(m + 1), type(-m), type(abs(m)), type(copy.copy(m)), copy.copy(D(1)) is not None, m._int, m._exp, m._sign
for proto in 0, 1, 2:
    print pickle.loads(pickle.dumps([D('-1.50'), D('snan5'), D(0)], proto))
c = pickle.loads(pickle.dumps(Context(prec=7, rounding=decimal.ROUND_DOWN)))
print c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.Etiny(), c.Etop(), len(c.flags), len(c.traps)
print D.from_float(0.1), attempt(D.from_float, '1'), D.from_float(3)
print sum([D('0.1')] * 10), max(D(1), D('2.5'), 2), sorted([D(3), D('1.5'), 2, D(-1)]), abs(D(-3)), round(D('2.675'), 2), divmod(D(7), 2)
with localcontext() as c:
    c.prec = 3
    print D(1) / 3, c is getcontext()
    c.capitals = 0
    print D('1e20'), D('1e20').to_eng_string(), c.to_sci_string(D('1e20'))
    c.rounding = 'nonsense'
    print attempt(lambda: D('1.2345') + 0)
print D(1) / 3, getcontext().prec
for name in ['abs', 'add', 'compare', 'sqrt', 'quantize', 'power', 'divmod', 'create_decimal', 'to_integral', 'is_nan', 'ln']:
    f = getattr(decimal.ExtendedContext, name)
    args = (D('2.17'), D('0.001')) if name in ('add', 'compare', 'quantize', 'power', 'divmod') else (D('2.17'),)
    print name, attempt(f, *args), attempt(f, *(2,) * len(args)), attempt(f, *('2',) * len(args))
print D('1').quantize(D('0.001')), D('1.2345').quantize(D('.01'), rounding=decimal.ROUND_UP), attempt(D('1.5').quantize, 1.5), D('1.15').quantize(D('.1'), watchexp=False)
setcontext(decimal.BasicContext)
print D(2) / 3, getcontext() is decimal.BasicContext
