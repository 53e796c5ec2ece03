"""Decimal floating-point arithmetic as the General Decimal Arithmetic
specification has it.

Decimal is a number, Context says how results are rounded and which signals
are errors.  The arithmetic is in C (_decimal); here are the contexts, and the
operations that are less often used.
"""
import _decimal
from _decimal import getcontext
from _decimal_format import format_decimal
from _decimal_math import (digits_of, dexp, dlog, dlog10, dpower, exact_power)
from collections import namedtuple
import math as _math
import numbers as _numbers

__all__ = ['Decimal', 'Context', 'DefaultContext', 'BasicContext',
           'ExtendedContext', 'DecimalException', 'Clamped',
           'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded',
           'Subnormal', 'Overflow', 'Underflow', 'ROUND_DOWN',
           'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING',
           'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP',
           'setcontext', 'getcontext', 'localcontext']

__version__ = '1.70'  # of the specification

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent')

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_roundings = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING,
              ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP)

_make = _decimal.make
_convert = _decimal.convert


# --- signals --------------------------------------------------------------

class DecimalException(ArithmeticError):
    """What the signals have in common.  handle() gives the result of an
    operation whose signal is not trapped."""

    def handle(self, context, *args):
        pass


class Clamped(DecimalException):
    """The exponent of a result was changed to fit."""


class InvalidOperation(DecimalException):
    """There is no number for the result; it is NaN."""

    def handle(self, context, *args):
        if args:
            nan = args[0]
            return Decimal((nan._sign, _digits(nan), 'n'))._fix(context)
        return _NaN


class ConversionSyntax(InvalidOperation):
    """A text that is no number."""

    def handle(self, context, *args):
        return _NaN


class DivisionByZero(DecimalException, ZeroDivisionError):
    """The result is an exact infinity."""

    def handle(self, context, sign, *args):
        return _SignedInfinity[sign]


class DivisionImpossible(InvalidOperation):
    """A whole quotient has more digits than the precision."""

    def handle(self, context, *args):
        return _NaN


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""

    def handle(self, context, *args):
        return _NaN


class Inexact(DecimalException):
    """Digits other than zeros were rounded off."""


class InvalidContext(InvalidOperation):
    """The context itself is wrong."""

    def handle(self, context, *args):
        return _NaN


class Rounded(DecimalException):
    """Digits were rounded off, maybe zeros only."""


class Subnormal(DecimalException):
    """The exponent of a result is below Emin before rounding."""


class Overflow(Inexact, Rounded):
    """A rounded result is too large."""

    def handle(self, context, sign, *args):
        rounding = context.rounding
        if rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN,
                        ROUND_UP):
            return _SignedInfinity[sign]
        if rounding == (ROUND_FLOOR if sign else ROUND_CEILING):
            return _SignedInfinity[sign]
        return _make(sign, 10 ** context.prec - 1,
                     context.Emax - context.prec + 1)


class Underflow(Inexact, Rounded, Subnormal):
    """A subnormal result that had to be rounded."""


_signals = [Clamped, DivisionByZero, Inexact, Overflow, Rounded, Underflow,
            InvalidOperation, Subnormal]
_condition_map = {ConversionSyntax: InvalidOperation,
                  DivisionImpossible: InvalidOperation,
                  DivisionUndefined: InvalidOperation,
                  InvalidContext: InvalidOperation}


def _digits(d):
    return tuple(map(int, d._int))


# --- numbers --------------------------------------------------------------

class Decimal(_decimal.Number):
    """A decimal number, immutable: Decimal('3.14'), Decimal(3),
    Decimal((0, (3, 1, 4), -2)), Decimal(0.5)."""

    __slots__ = ()

    @classmethod
    def from_float(cls, f):
        """The exact value of a float (or int)."""
        if isinstance(f, (int, long)):
            return cls(f)
        if _math.isinf(f) or _math.isnan(f):
            return cls(repr(f))
        d = _decimal.from_float(f)
        return d if cls is Decimal else cls(d)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def canonical(self, context=None):
        """The number itself: all representations are canonical."""
        return self

    def is_canonical(self):
        return True

    def radix(self):
        return Decimal(10)

    def as_tuple(self):
        """The number as (sign, digits, exponent)."""
        return DecimalTuple(self._sign, _digits(self), self._exp)

    def __format__(self, specifier, context=None, _localeconv=None):
        return format_decimal(self, specifier, context or getcontext(),
                              _localeconv)

    # What only this module and its tests use.

    def _isnan(self):
        """0, 1 for a quiet and 2 for a signalling NaN."""
        if self.is_qnan():
            return 1
        return 2 if self.is_snan() else 0

    def _isinfinity(self):
        """-1, 0 or 1."""
        if not self.is_infinite():
            return 0
        return -1 if self._sign else 1

    def _iseven(self):
        """Of an integer."""
        if not self or self._exp > 0:
            return True
        return self._coeff // 10 ** -self._exp % 2 == 0

    def _fix_nan(self, context):
        return self._fix(context)

    def is_normal(self, context=None):
        """Is it finite, not zero, and not subnormal?"""
        if self._is_special or not self:
            return False
        return (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if self._is_special or not self:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        """'sNaN', 'NaN', or a sign with Infinity, Normal, Subnormal,
        Zero."""
        if self.is_snan():
            return 'sNaN'
        if self.is_qnan():
            return 'NaN'
        if self.is_infinite():
            kind = 'Infinity'
        elif not self:
            kind = 'Zero'
        elif self.is_subnormal(context):
            kind = 'Subnormal'
        else:
            kind = 'Normal'
        return '-+'[not self._sign] + kind

    def logb(self, context=None):
        """The exponent of the first digit, as a Decimal."""
        if context is None:
            context = getcontext()
        nan = self._check_nans(context=context)
        if nan:
            return nan
        if self.is_infinite():
            return _Infinity
        if not self:
            return context._raise_error(DivisionByZero, 'logb(0)', 1)
        return Decimal(self.adjusted())._fix(context)

    # --- exponential, logarithms, powers ---

    def exp(self, context=None):
        """e ** self"""
        if context is None:
            context = getcontext()
        nan = self._check_nans(context=context)
        if nan:
            return nan
        if self.is_infinite():
            return _Zero if self._sign else self
        if not self:
            return _One
        p, adj, sign = context.prec, self.adjusted(), self._sign
        tiny = context.Etiny()
        if not sign and adj > digits_of((context.Emax + 1) * 3):
            out = _make(0, 1, context.Emax + 1)
        elif sign and adj > digits_of((1 - tiny) * 3):
            out = _make(0, 1, tiny - 1)
        elif not sign and adj < -p:
            out = _make(0, 10 ** p + 1, -p)
        elif sign and adj < -p - 1:
            out = _make(0, 10 ** (p + 1) - 1, -p - 1)
        else:
            c, e = self._coeff, self._exp
            if sign:
                c = -c
            out = _enough_digits(p, lambda extra: dexp(c, e, p + extra))
        return _fix_half_even(out, context)

    def _log(self, context, name):
        """What ln and log10 of special cases are; None for others."""
        nan = self._check_nans(context=context)
        if nan:
            return nan
        if not self:
            return _SignedInfinity[1]
        if self.is_infinite() and not self._sign:
            return _Infinity
        if self == _One and name == 'ln':
            return _Zero
        if self._sign:
            return context._raise_error(InvalidOperation,
                                        name + ' of a negative value')
        return None

    def ln(self, context=None):
        """The natural logarithm."""
        if context is None:
            context = getcontext()
        out = self._log(context, 'ln')
        if out is not None:
            return out
        c, e, p = self._coeff, self._exp, context.prec
        places = p + 2 + _leading_zeros(c, e)
        out = _enough_digits(p, lambda extra: (
            dlog(c, e, places + extra), -(places + extra)))
        return _fix_half_even(out, context)

    def log10(self, context=None):
        """The logarithm to base 10."""
        if context is None:
            context = getcontext()
        out = self._log(context, 'log10')
        if out is not None:
            return out
        c, e, p = self._coeff, self._exp, context.prec
        if c == 10 ** (digits_of(c) - 1):
            out = Decimal(self.adjusted())
        else:
            places = p + 3 + _leading_zeros(c, e)
            out = _enough_digits(p, lambda extra: (
                dlog10(c, e, places + extra), -(places + extra)))
        return _fix_half_even(out, context)

    def __pow__(self, other, modulo=None, context=None):
        """self ** other, correctly rounded; exact results are found."""
        if modulo is not None:
            return _power_modulo(self, other, modulo, context)
        if not isinstance(other, Decimal):
            if not isinstance(other, (int, long)):
                return NotImplemented
            other = Decimal(other)
        return _power(self, other, context or getcontext())

    def __rpow__(self, other, context=None):
        if not isinstance(other, (int, long, Decimal)):
            return NotImplemented
        return Decimal(other).__pow__(self, context=context)

    # --- neighbours ---

    def _next(self, context, up):
        """The next number up or down, unless that is a special case."""
        if self.is_infinite():
            if bool(self._sign) != up:
                return self
            return _make(self._sign, 10 ** context.prec - 1, context.Etop())
        context = context.copy()
        context.rounding = ROUND_CEILING if up else ROUND_FLOOR
        context._ignore_all_flags()
        out = self._fix(context)
        if out != self:
            return out
        return _decimal.add(self, _make(not up, 1, context.Etiny() - 1),
                            context)

    def next_minus(self, context=None):
        """The largest number that is less."""
        if context is None:
            context = getcontext()
        return self._check_nans(context=context) or self._next(context, False)

    def next_plus(self, context=None):
        """The smallest number that is greater."""
        if context is None:
            context = getcontext()
        return self._check_nans(context=context) or self._next(context, True)

    def next_toward(self, other, context=None):
        """The next number on the way to other."""
        other = _convert(other)
        if context is None:
            context = getcontext()
        nan = self._check_nans(other, context)
        if nan:
            return nan
        order = self._cmp(other)
        if order == 0:
            return self.copy_sign(other)
        out = self._next(context, order < 0)
        signals = ()
        if out.is_infinite():
            context._raise_error(Overflow, 'Infinite result from next_toward',
                                 out._sign)
            signals = Inexact, Rounded
        elif out.adjusted() < context.Emin:
            signals = Underflow, Subnormal, Inexact, Rounded
            if not out:
                signals += Clamped,
        for s in signals:
            context._raise_error(s)
        return out

    # --- digits ---

    def _islogical(self):
        """Is it made of zeros and ones?"""
        return self._sign == 0 and self._exp == 0 and \
            not self._int.strip('01')

    def _logical(self, other, context, operation):
        if context is None:
            context = getcontext()
        other = _convert(other)
        if not self._islogical() or not other._islogical():
            return context._raise_error(InvalidOperation)
        mask = (1 << context.prec) - 1
        a, b = int(self._int, 2) & mask, int(other._int, 2) & mask
        return Decimal(bin(operation(a, b))[2:])

    def logical_and(self, other, context=None):
        """'and' of the digits, which are zeros and ones."""
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        """The other digit for each of the precision's digits."""
        if context is None:
            context = getcontext()
        return self.logical_xor(_make(0, int('1' * context.prec), 0), context)

    def _places(self, other, context):
        """(NaN or infinity to return, None) or (None, places to move)."""
        nan = self._check_nans(other, context)
        if nan:
            return nan, None
        if other._exp != 0 or \
                not -context.prec <= int(other) <= context.prec:
            return context._raise_error(InvalidOperation), None
        if self.is_infinite():
            return self, None
        return None, int(other)

    def _padded(self, prec):
        """Exactly prec digits."""
        digits = self._int.rjust(prec, '0')
        return digits[len(digits) - prec:]

    def rotate(self, other, context=None):
        """The digits rotated to the left, other times."""
        if context is None:
            context = getcontext()
        out, places = self._places(_convert(other), context)
        if out is not None:
            return out
        digits = self._padded(context.prec)
        digits = digits[places:] + digits[:places]
        return _make(self._sign, int(digits or '0'), self._exp)

    def shift(self, other, context=None):
        """The digits shifted to the left, other times."""
        if context is None:
            context = getcontext()
        out, places = self._places(_convert(other), context)
        if out is not None:
            return out
        digits = self._padded(context.prec)
        if places < 0:
            digits = digits[:places]
        else:
            digits = (digits + '0' * places)[-context.prec:]
        return _make(self._sign, int(digits or '0'), self._exp)

    def scaleb(self, other, context=None):
        """The number with other added to its exponent."""
        if context is None:
            context = getcontext()
        other = _convert(other)
        nan = self._check_nans(other, context)
        if nan:
            return nan
        limit = 2 * (context.Emax + context.prec)
        if other._exp != 0 or not -limit <= int(other) <= limit:
            return context._raise_error(InvalidOperation)
        if self.is_infinite():
            return self
        return _make(self._sign, self._coeff,
                     self._exp + int(other))._fix(context)


_numbers.Number.register(Decimal)


def _fix_half_even(d, context):
    context = context._shallow_copy()
    context.rounding = ROUND_HALF_EVEN
    return d._fix(context)


def _enough_digits(p, compute):
    """The number (coefficient, exponent) that compute(extra digits) gives,
    with so many digits that rounding it to p is right."""
    extra = 3
    while True:
        coeff, exp = compute(extra)
        more = digits_of(coeff) - p
        if more > 0 and coeff % (5 * 10 ** (more - 1)):
            return _make(0, coeff, exp)
        extra += 3


def _leading_zeros(c, e):
    """At most how many zeros are between the point and the first digit of
    ln(c * 10**e)."""
    adjusted = digits_of(c) + e - 1
    if adjusted > 0 or adjusted < -1:
        return 0
    return max(digits_of(c) - digits_of(c - 10 ** -e), 0) + 1


# --- powers ---------------------------------------------------------------

def _power_of_special(x, y, sign):
    """x ** y where x is zero or an infinity, not negative; or None."""
    if not x:
        return _SignedInfinity[sign] if y._sign else _make(sign, 0, 0)
    if x.is_infinite():
        return _make(sign, 0, 0) if y._sign else _SignedInfinity[sign]
    return None


def _power_of_infinite(x, y, sign):
    if (y._sign == 0) == (x.adjusted() < 0):
        return _make(sign, 0, 0)
    return _SignedInfinity[sign]


def _power_of_one(x, y, sign, context):
    """The exponent says how exact the 1 was."""
    least = 1 - context.prec
    if y._isinteger():
        if y._sign:
            times = 0
        elif y > context.prec:
            times = context.prec
        else:
            times = int(y)
        exp = x._exp * times
        if exp < least:
            exp = least
            context._raise_error(Rounded)
    else:
        context._raise_error(Inexact)
        context._raise_error(Rounded)
        exp = least
    return _make(sign, 10 ** -exp, exp)


def _log10_bound(x):
    """r with log10(x) >= 10**r in absolute value; x > 0, not 1."""
    adjusted = x.adjusted()
    if adjusted > 0:
        return digits_of(adjusted) - 1
    if adjusted < -1:
        return digits_of(-1 - adjusted) - 1
    c, e = x._coeff, x._exp
    if adjusted == 0:
        num, den = str(c - 10 ** -e), str(231 * c)
        return len(num) - len(den) - (num < den) + 2
    num = str(10 ** -e - c)
    return len(num) + e - (num < '231') - 1


def _power_beyond(x, y, sign, context):
    """A number that overflows or underflows, where the power does for
    sure."""
    bound = _log10_bound(x) + y.adjusted()
    tiny = context.Etiny()
    if (x.adjusted() >= 0) == (y._sign == 0):
        if bound >= digits_of(context.Emax):
            return _make(sign, 1, context.Emax + 1)
    elif bound >= digits_of(tiny):
        return _make(sign, 1, tiny - 1)
    return None


def _power_exact(x, y, p):
    """x ** y if that has at most p digits, else None; x > 0."""
    yc = -y._coeff if y._sign else y._coeff
    found = exact_power(x._coeff, x._exp, yc, y._exp, p)
    if found is None:
        return None
    coeff, exp = found
    if y._sign == 0 and y._isinteger():
        zeros = min(exp - x._exp * int(y), p - digits_of(coeff))
        coeff *= 10 ** zeros
        exp -= zeros
    return _make(0, coeff, exp)


def _power_whole(x, n, p):
    """x ** n with all digits where those are not too many, else None."""
    if not 0 < n <= 1000 or n * digits_of(x._coeff) > 60 * p:
        return None
    return _make(0, x._coeff ** n, x._exp * n)


def _power_inexact(x, y, p):
    if y._sign == 0 and y._exp == 0 and y._coeff <= 1000:
        out = _power_whole(x, int(y._coeff), p)
        if out is not None:
            return out
    yc = -y._coeff if y._sign else y._coeff
    return _enough_digits(p, lambda extra: dpower(
        x._coeff, x._exp, yc, y._exp, p + extra))


def _fix_as_inexact(d, context):
    """Rounds a power that is exact by chance, as if it was not."""
    missing = context.prec + 1 - digits_of(d._coeff)
    if missing > 0:
        d = _make(d._sign, d._coeff * 10 ** missing, d._exp - missing)
    quiet = context.copy()
    quiet.clear_flags()
    quiet.traps = dict.fromkeys(_signals, 0)
    d = d._fix(quiet)
    quiet.flags[Inexact] = 1
    if quiet.flags[Subnormal]:
        quiet.flags[Underflow] = 1
    if quiet.flags[Overflow]:
        context._raise_error(Overflow, 'above Emax', d._sign)
    for s in Underflow, Subnormal, Inexact, Rounded, Clamped:
        if quiet.flags[s]:
            context._raise_error(s)
    return d


def _power(x, y, context):
    nan = x._check_nans(y, context)
    if nan:
        return nan
    if not y:
        if not x:
            return context._raise_error(InvalidOperation, '0 ** 0')
        return _One
    sign = 0
    if x._sign:
        if y._isinteger():
            sign = int(not y._iseven())
        elif x:
            return context._raise_error(
                InvalidOperation,
                'x ** y with x negative and y not an integer')
        x = x.copy_negate()
    out = _power_of_special(x, y, sign)
    if out is not None:
        return out
    if x == _One:
        return _power_of_one(x, y, sign, context)
    if y.is_infinite():
        return _power_of_infinite(x, y, sign)
    out = _power_beyond(x, y, sign, context)
    exact = False
    if out is None:
        out = _power_exact(x, y, context.prec + 1)
        exact = out is not None
        if not exact:
            out = _power_inexact(x, y, context.prec)
        if sign:
            out = out.copy_negate()
    if exact and not y._isinteger():
        return _fix_as_inexact(out, context)
    return out._fix(context)


def _power_modulo(x, y, modulo, context):
    """(x ** y) % modulo, exact; all three are integers."""
    y, modulo = _convert(y), _convert(modulo)
    if context is None:
        context = getcontext()
    nans = [d for d in (x, y, modulo) if d.is_nan()]
    if nans:
        for d in nans:
            if d.is_snan():
                return context._raise_error(InvalidOperation, 'sNaN', d)
        return nans[0]._fix(context)
    why = None
    if not (x._isinteger() and y._isinteger() and modulo._isinteger()):
        why = 'pow() 3rd argument not allowed unless all arguments are ' \
            'integers'
    elif y < 0:
        why = 'pow() 2nd argument cannot be negative when 3rd argument ' \
            'specified'
    elif not modulo:
        why = 'pow() 3rd argument cannot be 0'
    elif modulo.adjusted() >= context.prec:
        why = 'insufficient precision: pow() 3rd argument must not have ' \
            'more than precision digits'
    elif not y and not x:
        why = 'at least one of pow() 1st argument and 2nd argument must be ' \
            'nonzero; 0**0 is not defined'
    if why:
        return context._raise_error(InvalidOperation, why)
    sign = 0 if y._iseven() else x._sign
    m = abs(int(modulo))
    x, y = x.to_integral_value(), y.to_integral_value()
    base = x._coeff % m * pow(10, x._exp, m) % m
    for _ in xrange(y._exp):
        base = pow(base, 10, m)
    return _make(sign, pow(base, y._coeff, m), 0)


# --- contexts -------------------------------------------------------------

class Context(_decimal.Settings):
    """Precision, rounding, the range of exponents, and what is done about
    signals: flags are set when they occur, traps make them exceptions."""

    def __init__(self, prec=None, rounding=None, traps=None, flags=None,
                 Emin=None, Emax=None, capitals=None, _clamp=0,
                 _ignored_flags=None):
        default = None
        if prec is None or rounding is None or traps is None or \
                Emin is None or Emax is None or capitals is None:
            default = DefaultContext
        self.prec = default.prec if prec is None else prec
        self.rounding = default.rounding if rounding is None else rounding
        self.Emin = default.Emin if Emin is None else Emin
        self.Emax = default.Emax if Emax is None else Emax
        self.capitals = default.capitals if capitals is None else capitals
        self._clamp = 0 if _clamp is None else _clamp
        self._ignored_flags = _ignored_flags or []
        if traps is None:
            self.traps = default.traps.copy()
        elif isinstance(traps, dict):
            self.traps = traps
        else:
            self.traps = dict([(s, int(s in traps)) for s in _signals])
        if flags is None:
            self.flags = dict.fromkeys(_signals, 0)
        elif isinstance(flags, dict):
            self.flags = flags
        else:
            self.flags = dict([(s, int(s in flags)) for s in _signals])

    def __repr__(self):
        flags = [s.__name__ for s, on in self.flags.items() if on]
        traps = [s.__name__ for s, on in self.traps.items() if on]
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, '
                'capitals=%d, flags=[%s], traps=[%s])'
                % (self.prec, self.rounding, self.Emin, self.Emax,
                   self.capitals, ', '.join(flags), ', '.join(traps)))

    def __reduce__(self):
        return (_restore_context, (
            self.__class__, self.prec, self.rounding, self.traps, self.flags,
            self.Emin, self.Emax, self.capitals, self._clamp,
            self._ignored_flags))

    def clear_flags(self):
        """Sets all flags to 0."""
        for s in self.flags:
            self.flags[s] = 0

    def _shallow_copy(self):
        return Context(self.prec, self.rounding, self.traps, self.flags,
                       self.Emin, self.Emax, self.capitals, self._clamp,
                       self._ignored_flags)

    def copy(self):
        """A copy with flags and traps of its own."""
        return Context(self.prec, self.rounding, self.traps.copy(),
                       self.flags.copy(), self.Emin, self.Emax,
                       self.capitals, self._clamp, self._ignored_flags)

    __copy__ = copy
    __hash__ = None

    def _raise_error(self, condition, explanation=None, *args):
        """Signals: an exception if it is trapped, else what the condition's
        handle() gives."""
        error = _condition_map.get(condition, condition)
        if error in self._ignored_flags:
            return error().handle(self, *args)
        self.flags[error] = 1
        if self.traps[error]:
            raise error(explanation)
        return condition().handle(self, *args)

    def _ignore_all_flags(self):
        return self._ignore_flags(*_signals)

    def _ignore_flags(self, *flags):
        self._ignored_flags = self._ignored_flags + list(flags)
        return list(flags)

    def _regard_flags(self, *flags):
        if flags and isinstance(flags[0], (tuple, list)):
            flags = flags[0]
        ignored = list(self._ignored_flags)
        for s in flags:
            ignored.remove(s)
        self._ignored_flags = ignored

    def _set_rounding(self, type):
        old = self.rounding
        self.rounding = type
        return old

    def Etiny(self):
        """The least exponent of a subnormal number."""
        return int(self.Emin - self.prec + 1)

    def Etop(self):
        """The largest exponent of a number with all digits."""
        return int(self.Emax - self.prec + 1)

    def create_decimal(self, num='0'):
        """Decimal(num), rounded to this context."""
        if isinstance(num, basestring) and num != num.strip():
            return self._raise_error(
                ConversionSyntax,
                'no trailing or leading whitespace is permitted.')
        d = Decimal(num, context=self)
        if d.is_nan() and len(d._int) > self.prec - self._clamp:
            return self._raise_error(ConversionSyntax,
                                     'diagnostic info too long in NaN')
        return d._fix(self)

    def create_decimal_from_float(self, f):
        """Decimal.from_float(f), rounded to this context."""
        return Decimal.from_float(f)._fix(self)

    def _apply(self, a):
        return str(a._fix(self))

    def abs(self, a):
        return _decimal.abs(a, self)

    def add(self, a, b):
        return _decimal.add(a, b, self)

    def canonical(self, a):
        return a.canonical(context=self)

    def compare(self, a, b):
        return _convert(a).compare(b, self)

    def compare_signal(self, a, b):
        return _convert(a).compare_signal(b, self)

    def compare_total(self, a, b):
        return _convert(a).compare_total(b)

    def compare_total_mag(self, a, b):
        return _convert(a).compare_total_mag(b)

    def copy_abs(self, a):
        return _convert(a).copy_abs()

    def copy_decimal(self, a):
        return Decimal(_convert(a))

    def copy_negate(self, a):
        return _convert(a).copy_negate()

    def copy_sign(self, a, b):
        return _convert(a).copy_sign(b)

    def divide(self, a, b):
        return _decimal.divide(a, b, self)

    def divide_int(self, a, b):
        return _decimal.divide_int(a, b, self)

    def divmod(self, a, b):
        return _decimal.divmod(a, b, self)

    def exp(self, a):
        return _convert(a).exp(self)

    def fma(self, a, b, c):
        return _convert(a).fma(b, c, self)

    def is_canonical(self, a):
        return a.is_canonical()

    def is_finite(self, a):
        return _convert(a).is_finite()

    def is_infinite(self, a):
        return _convert(a).is_infinite()

    def is_nan(self, a):
        return _convert(a).is_nan()

    def is_normal(self, a):
        return _convert(a).is_normal(self)

    def is_qnan(self, a):
        return _convert(a).is_qnan()

    def is_signed(self, a):
        return _convert(a).is_signed()

    def is_snan(self, a):
        return _convert(a).is_snan()

    def is_subnormal(self, a):
        return _convert(a).is_subnormal(self)

    def is_zero(self, a):
        return _convert(a).is_zero()

    def ln(self, a):
        return _convert(a).ln(self)

    def log10(self, a):
        return _convert(a).log10(self)

    def logb(self, a):
        return _convert(a).logb(self)

    def logical_and(self, a, b):
        return _convert(a).logical_and(b, self)

    def logical_invert(self, a):
        return _convert(a).logical_invert(self)

    def logical_or(self, a, b):
        return _convert(a).logical_or(b, self)

    def logical_xor(self, a, b):
        return _convert(a).logical_xor(b, self)

    def max(self, a, b):
        return _convert(a).max(b, self)

    def max_mag(self, a, b):
        return _convert(a).max_mag(b, self)

    def min(self, a, b):
        return _convert(a).min(b, self)

    def min_mag(self, a, b):
        return _convert(a).min_mag(b, self)

    def minus(self, a):
        return _decimal.minus(a, self)

    def multiply(self, a, b):
        return _decimal.multiply(a, b, self)

    def next_minus(self, a):
        return _convert(a).next_minus(self)

    def next_plus(self, a):
        return _convert(a).next_plus(self)

    def next_toward(self, a, b):
        return _convert(a).next_toward(b, self)

    def normalize(self, a):
        return _convert(a).normalize(self)

    def number_class(self, a):
        return _convert(a).number_class(self)

    def plus(self, a):
        return _decimal.plus(a, self)

    def power(self, a, b, modulo=None):
        a = _convert(a)
        out = a.__pow__(b, modulo, context=self)
        if out is NotImplemented:
            raise TypeError('Unable to convert %s to Decimal' % b)
        return out

    def quantize(self, a, b):
        return _convert(a).quantize(b, context=self)

    def radix(self):
        return Decimal(10)

    def remainder(self, a, b):
        return _decimal.remainder(a, b, self)

    def remainder_near(self, a, b):
        return _convert(a).remainder_near(b, self)

    def rotate(self, a, b):
        return _convert(a).rotate(b, self)

    def same_quantum(self, a, b):
        return _convert(a).same_quantum(b)

    def scaleb(self, a, b):
        return _convert(a).scaleb(b, self)

    def shift(self, a, b):
        return _convert(a).shift(b, self)

    def sqrt(self, a):
        return _convert(a).sqrt(self)

    def subtract(self, a, b):
        return _decimal.subtract(a, b, self)

    def to_eng_string(self, a):
        return _convert(a).to_eng_string(self)

    def to_sci_string(self, a):
        a = _convert(a)
        text = str(a)
        return text if self.capitals else text.replace('E', 'e')

    def to_integral_exact(self, a):
        return _convert(a).to_integral_exact(context=self)

    def to_integral_value(self, a):
        return _convert(a).to_integral_value(context=self)

    to_integral = to_integral_value


def _restore_context(cls, *settings):
    return cls(*settings)


class _ContextManager(object):
    """Makes a copy of a context the current one for a with statement."""

    def __init__(self, new_context):
        self.new_context = new_context.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, t, v, tb):
        setcontext(self.saved_context)


def setcontext(context):
    """Makes context the one of this thread."""
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _decimal.setcontext(context)


def localcontext(ctx=None):
    """For with statements: a copy of ctx, or of the current context, is the
    current one inside."""
    return _ContextManager(getcontext() if ctx is None else ctx)


DefaultContext = Context(
    prec=28, rounding=ROUND_HALF_EVEN, flags=[],
    traps=[DivisionByZero, Overflow, InvalidOperation],
    Emax=999999999, Emin=-999999999, capitals=1)

_decimal.setup(Decimal, tuple(_signals), _roundings, Context)

BasicContext = Context(
    prec=9, rounding=ROUND_HALF_UP, flags=[],
    traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[],
                          flags=[])

_Infinity = Decimal('Inf')
_SignedInfinity = (_Infinity, Decimal('-Inf'))
_NaN = Decimal('NaN')
_Zero = Decimal(0)
_One = Decimal(1)
