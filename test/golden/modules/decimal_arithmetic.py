import decimal, operator
from decimal import Decimal as D, Context, localcontext, getcontext

VALUES = [D(s) for s in ['0', '-0', '0E5', '1', '-1', '10', '1E+3', '0.1', '-0.25', '3.14159', '1E-30', '9.99E+30',
                         '123456789012345678901234567890123456789', '-7', '5E+999999998', '1E-1000000020',
                         'Infinity', '-Infinity', 'NaN', '-NaN12', 'sNaN3']]
OPS = ['add', 'sub', 'mul', 'div', 'floordiv', 'mod', 'divmod', 'pow', 'eq', 'ne', 'lt', 'le', 'gt', 'ge']

def attempt(f, *args):
    try:
        return str(f(*args))
    except Exception as e:
        return '%s(%s)' % (type(e).__name__, e)

def flags(c):
    return ' '.join(sorted(f.__name__ for f, on in c.flags.items() if on))

def checksum(lines):
    h = 0
    for line in lines:
        h = (h * 31 + hash(line)) & 0xffffffff
    return h

for settings in [dict(), dict(prec=5, rounding=decimal.ROUND_FLOOR), dict(prec=3, rounding=decimal.ROUND_UP, Emax=20, Emin=-20, _clamp=1),
                 dict(traps=[], prec=9), dict(traps=[], prec=4, Emax=99, Emin=-99, rounding=decimal.ROUND_05UP)]:
    with localcontext(Context(**settings)) as c:
        print settings
        for name in OPS:
            f = divmod if name == 'divmod' else getattr(operator, name)
            lines = []
            for a in VALUES:
                for b in VALUES:
                    c.clear_flags()
                    if name == 'pow' and a.adjusted() > 10**6:
                        continue
                    lines.append('%s %s %s = %s %s' % (a, name, b, attempt(f, a, b), flags(c)))
            for line in lines[4::29]:
                print line
            print name, len(lines), checksum(lines)
        for name in ['compare', 'compare_signal', 'remainder_near', 'max', 'min', 'max_mag', 'min_mag', 'quantize',
                     'compare_total', 'compare_total_mag', 'copy_sign', 'same_quantum', 'next_toward', 'scaleb', 'rotate',
                     'shift', 'logical_and', 'logical_or', 'logical_xor']:
            lines = []
            for a in VALUES:
                for b in VALUES:
                    c.clear_flags()
                    lines.append('%s %s %s = %s %s' % (a, name, b, attempt(getattr(a, name), b), flags(c)))
            for line in lines[7::97]:
                print line
            print name, len(lines), checksum(lines)
        for name in ['normalize', 'sqrt', 'ln', 'log10', 'exp', 'logb', 'to_integral_value', 'to_integral_exact', 'next_plus',
                     'next_minus', 'number_class', 'is_normal', 'is_subnormal', 'to_eng_string', '__neg__', '__pos__', '__abs__',
                     'as_tuple', 'adjusted', 'logical_invert', 'copy_abs', 'copy_negate', '__repr__', '__hash__', '__nonzero__']:
            lines = []
            for a in VALUES:
                c.clear_flags()
                lines.append('%s %s = %s %s' % (a, name, attempt(getattr(a, name)), flags(c)))
            for line in lines[3::9]:
                print line
            print name, len(lines), checksum(lines)
        for a in VALUES[:12]:
            c.clear_flags()
            print attempt(a.fma, D(3), D('1e-5')), attempt(pow, a, 3, D(7)), attempt(int, a), attempt(float, a), flags(c)
