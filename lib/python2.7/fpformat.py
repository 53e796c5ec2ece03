"""Numbers as decimal text with so many digits, with (sci) and without (fix)
an exponent."""
from warnings import warnpy3k
warnpy3k('the fpformat module has been removed in Python 3.0', stacklevel=2)
del warnpy3k

import re

__all__ = ['fix', 'sci', 'NotANumber']

# Sign, digits before the point, point and digits, exponent.
decoder = re.compile(r'^([-+]?)(\d*)((?:\.\d*)?)(([eE][-+]?\d+)?)$')


class NotANumber(ValueError):
    pass


def extract(s):
    """(sign, whole digits, fraction, exponent)"""
    m = decoder.match(s)
    if m is None:
        raise NotANumber(s)
    sign, whole, fraction, exponent = m.group(1, 2, 3, 4)
    return (sign.replace('+', ''), whole.lstrip('0'), fraction[1:],
            int(exponent[1:] or '0'))


def unexpo(intpart, fraction, expo):
    """The parts of a number without an exponent."""
    if expo > 0:
        fraction = fraction.ljust(expo, '0')
        return intpart + fraction[:expo], fraction[expo:]
    if expo < 0:
        intpart = intpart.rjust(-expo, '0')
        return intpart[:expo], intpart[expo:] + fraction
    return intpart, fraction


def roundfrac(intpart, fraction, digs):
    """The parts with digs digits behind the point; before it, if digs is
    negative, so many zeros."""
    if len(fraction) <= digs:
        return intpart, fraction.ljust(digs, '0')
    i = len(intpart)
    if i + digs < 0:
        return '0' * -digs, ''
    digits = intpart + fraction
    kept, rest = digits[:i + digs], digits[i + digs:]
    if rest[0] >= '5':
        width = len(kept)
        kept = str(int(kept or '0') + 1).rjust(width, '0')
        i += len(kept) - width
    if digs < 0:
        return kept + '0' * -digs, ''
    return kept[:i], kept[i:]


def fix(x, digs):
    """x with digs digits behind the point, a number or its text; text that
    is none comes back."""
    if not isinstance(x, str):
        x = repr(x)
    try:
        sign, whole, fraction, exponent = extract(x)
    except NotANumber:
        return x
    whole, fraction = unexpo(whole, fraction, exponent)
    whole, fraction = roundfrac(whole, fraction, digs)
    whole = whole.lstrip('0') or '0'
    return sign + whole + ('.' + fraction if digs > 0 else '')


def sci(x, digs):
    """x as d.ddde+ddd; NotANumber."""
    if not isinstance(x, str):
        x = repr(x)
    sign, whole, fraction, exponent = extract(x)
    if whole:
        exponent += len(whole) - 1
        whole, fraction = whole[0], whole[1:] + fraction
    else:
        digits = fraction.lstrip('0')
        exponent -= len(fraction) - len(digits)
        whole, fraction = digits[:1] or '0', digits[1:]
        if digits:
            exponent -= 1
    digs = max(0, digs)
    whole, fraction = roundfrac(whole, fraction, digs)
    if len(whole) > 1:
        exponent += len(whole) - 1
        whole, fraction = whole[0], whole[1:] + fraction[:-1]
    text = sign + whole + ('.' + fraction if digs > 0 else '')
    return text + 'e%s%03d' % ('-' if exponent < 0 else '+', abs(exponent))
