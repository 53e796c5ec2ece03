"""Exponentials, logarithms and powers for decimal, on ints.

The functions return a coefficient that is less than one away from the exact
value, or are exact; callers ask for more digits until that is enough to
round.  Inside, numbers are fixed-point binary: x stands for x / 2**bits.
"""
import math

_GUARD = 24  # bits that rounding errors of the loops below never reach


def digits_of(n):
    return len(str(abs(n)))


def _bits_for(places):
    return places * 3322 // 1000 + 2


def _atanh_inverse(n, bits):
    """atanh(1/n)"""
    term = (1 << bits) // n
    total, square, k = term, n * n, 1
    while term:
        term //= square
        k += 2
        total += term // k
    return total


class _Ln10(object):
    """ln(10), kept with as many bits as were asked for so far."""

    def __init__(self):
        self.kept = (0, 0)

    def __call__(self, bits):
        known, value = self.kept
        if known < bits:
            known = bits + 64
            w = known + _GUARD
            value = (46 * _atanh_inverse(31, w) + 34 * _atanh_inverse(49, w) +
                     20 * _atanh_inverse(161, w)) >> _GUARD
            self.kept = (known, value)
        return value >> (known - bits)


_ln10 = _Ln10()


def _exp_series(x, bits):
    """e**x for 0 <= x < 3, off by less than 2**-(bits - 6)."""
    halvings = int(math.sqrt(bits)) // 2 + 4
    w = bits + 2 * halvings + 8
    r = (x << (w - bits)) >> halvings
    total = term = 1 << w
    k = 1
    while term:
        term = (term * r >> w) // k
        total += term
        k += 1
    for _ in xrange(halvings):
        total = total * total >> w
    return total >> (w - bits)


def _ln_ratio(num, den, bits):
    """ln(num/den) for 1 <= num/den < 10, off by less than 2**-(bits - 6)."""
    w = max(bits + _GUARD, 64)
    x = (num << w) // den
    y = int(math.log(float(x >> (w - 60)) / (1 << 60)) * (1 << 60))
    y = max(y, 0) << (w - 60)
    known = 48
    while True:
        # Halley's step, which triples the number of bits that are right.
        e = _exp_series(y, w)
        y += (2 * (x - e) << w) // (x + e)
        known *= 3
        if known >= w:
            return y >> (w - bits)


def dlog(c, e, places):
    """ln(c * 10**e) * 10**places, for c > 0."""
    shift = digits_of(c) - 1
    places = max(places, 0)
    bits = _bits_for(places) + digits_of(e + shift) * 4 + _GUARD
    value = _ln_ratio(c, 10 ** shift, bits) + (e + shift) * _ln10(bits)
    return value * 10 ** places >> bits


def dlog10(c, e, places):
    """log10(c * 10**e) * 10**places, for c > 0."""
    shift = digits_of(c) - 1
    places = max(places, 0)
    bits = _bits_for(places) + _GUARD
    value = (_ln_ratio(c, 10 ** shift, bits) << bits) // _ln10(bits)
    return (value * 10 ** places >> bits) + (e + shift) * 10 ** places


def dexp(c, e, p):
    """(coefficient, exponent) of exp(c * 10**e), with p or p + 1 digits."""
    whole = max(digits_of(c) + e, 0)
    bits = _bits_for(p + whole) + _GUARD
    if e >= 0:
        x = c * 10 ** e << bits
    else:
        x = (c << bits) // 10 ** -e
    k, r = divmod(x, _ln10(bits))
    value = _exp_series(r, bits)
    return value * 10 ** p >> bits, k - p


def dpower(xc, xe, yc, ye, p):
    """The same of (xc * 10**xe) ** (yc * 10**ye), which is not 1."""
    places = max(p + digits_of(yc) + ye + 4, 0)
    c, e = yc * dlog(xc, xe, places), ye - places
    if digits_of(c) + e < -p:
        if (digits_of(xc) + xe >= 1) == (yc > 0):
            return 10 ** (p - 1) + 1, 1 - p
        return 10 ** p - 1, -p
    return dexp(c, e, p)


# --- exact powers ---------------------------------------------------------

def _split(n, factor):
    """n as (rest, exponent of factor)."""
    count = 0
    q, r = divmod(n, factor)
    while r == 0:
        n = q
        count += 1
        q, r = divmod(n, factor)
    return n, count


def _exact_root(x, n):
    """The n-th root of x > 0 if it is an int, else None."""
    if n == 1 or x == 1:
        return x
    if x.bit_length() <= n:
        return None
    a = 1 << -(-x.bit_length() // n)
    while True:
        b = ((n - 1) * a + x // a ** (n - 1)) // n
        if b >= a:
            break
        a = b
    return a if a ** n == x else None


def _fraction(yc, ye, limit):
    """yc * 10**ye as (numerator, denominator) in lowest terms; None if the
    denominator is beyond limit or the numerator is."""
    if ye >= 0:
        if digits_of(yc) + ye > digits_of(limit) + 1:
            return None
        return yc * 10 ** ye, 1
    if -ye > 10 * limit.bit_length() + digits_of(yc):
        return None
    num, den = yc, 10 ** -ye
    while num % 2 == den % 2 == 0:
        num //= 2
        den //= 2
    while num % 5 == den % 5 == 0:
        num //= 5
        den //= 5
    return (num, den) if den <= limit else None


def exact_power(xc, xe, yc, ye, p):
    """(xc * 10**xe) ** (yc * 10**ye) as (coefficient, exponent) if it has at
    most p digits, else None.  xc > 0, yc is not 0; the coefficient does not
    end in 0."""
    rest, twos = _split(xc, 2)
    rest, fives = _split(rest, 5)
    twos += xe
    fives += xe
    while yc % 10 == 0:
        yc //= 10
        ye += 1
    if rest == 1 and twos == fives:
        # A power of ten: the exponent may be anything.
        t = twos * yc
        while t and t % 10 == 0:
            t //= 10
            ye += 1
        return None if ye < 0 and t else (1, t * 10 ** ye if t else 0)
    limit = max(p * 4, xc.bit_length(), abs(twos), abs(fives))
    y = _fraction(yc, ye, limit)
    if y is None:
        return None
    m, n = y
    if twos % n or fives % n or (m < 0 and rest != 1):
        return None
    rest = _exact_root(rest, n)
    if rest is None:
        return None
    twos = twos // n * m
    fives = fives // n * m
    exp = min(twos, fives)
    # A coefficient of more than p digits for sure is not worth computing.
    if (twos - exp) * 3 > p * 10 or (fives - exp) * 2 > p * 3 or \
            (rest > 1 and (rest.bit_length() - 1) * m * 3 > p * 10 + 10):
        return None
    coeff = (rest ** m if rest > 1 else 1) * 2 ** (twos - exp) * \
        5 ** (fives - exp)
    return None if coeff >= 10 ** p else (coeff, exp)
