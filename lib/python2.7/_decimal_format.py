"""format() of Decimals: the specifiers of PEP 3101."""
import re

from _decimal import make

_SPEC = re.compile(r'(?:(.)?([<>=^]))?([-+ ])?(0)?((?!0)\d+)?(,)?'
                   r'(?:\.(0|(?!0)\d+))?([eEfFgGn%])?\Z')


class Spec(object):
    """A parsed specifier."""

    def __init__(self, text, localeconv):
        m = _SPEC.match(text)
        if m is None:
            raise ValueError('Invalid format specifier: ' + text)
        fill, align, sign, zero, width, comma, precision, kind = m.groups()
        if zero and fill is not None:
            raise ValueError("Fill character conflicts with '0' in format "
                             "specifier: " + text)
        if zero and align is not None:
            raise ValueError("Alignment conflicts with '0' in format "
                             "specifier: " + text)
        self.fill, self.align = fill or ' ', align or '>'
        self.sign, self.zeropad = sign or '-', zero is not None
        self.width = int(width or '0')
        self.precision = None if precision is None else int(precision)
        self.type = kind
        if self.precision == 0 and (kind is None or kind in 'gG'):
            self.precision = 1
        self.separator, self.grouping = comma or '', [3, 0]
        self.point = '.'
        self.unicode = isinstance(text, unicode)
        if kind == 'n':
            self.localise(text, comma, localeconv)

    def localise(self, text, comma, conv):
        self.type = 'g'
        if conv is None:
            import locale
            conv = locale.localeconv()
        if comma is not None:
            raise ValueError("Explicit thousands separator conflicts with "
                             "'n' type in format specifier: " + text)
        self.separator = conv['thousands_sep']
        self.grouping = conv['grouping']
        self.point = conv['decimal_point']

    def sign_of(self, negative):
        if negative:
            return '-'
        return self.sign if self.sign in ' +' else ''

    def align_text(self, sign, body):
        padding = self.fill * (self.width - len(sign) - len(body))
        if self.align == '<':
            text = sign + body + padding
        elif self.align == '>':
            text = padding + sign + body
        elif self.align == '=':
            text = sign + padding + body
        else:
            half = len(padding) // 2
            text = padding[:half] + sign + body + padding[half:]
        return unicode(text) if self.unicode else text

    def group(self, digits, width):
        """digits with separators, and zeros before them up to width."""
        groups = []
        for size in group_sizes(self.grouping):
            if size <= 0:
                raise ValueError('group length should be positive')
            size = min(max(len(digits), width, 1), size)
            groups.append('0' * (size - len(digits)) + digits[-size:])
            digits = digits[:-size]
            width -= size
            if not digits and width <= 0:
                break
            width -= len(self.separator)
        else:
            size = max(len(digits), width, 1)
            groups.append('0' * (size - len(digits)) + digits[-size:])
        groups.reverse()
        return self.separator.join(groups)

    def number(self, kind, negative, whole, fraction, exp):
        sign = self.sign_of(negative)
        if fraction:
            fraction = self.point + fraction
        if exp != 0 or kind in 'eE':
            fraction += '%s%+d' % ('e' if kind in 'eg' else 'E', exp)
        if kind == '%':
            fraction += '%'
        width = 0
        if self.zeropad:
            width = self.width - len(fraction) - len(sign)
        if self.separator or width > len(whole):
            whole = self.group(whole, width)
        return self.align_text(sign, (whole or '0') + fraction)


def group_sizes(grouping):
    """The sizes of groups of digits from the right, as localeconv() has
    them: a 0 at the end repeats the last, CHAR_MAX ends the grouping."""
    if not grouping:
        return
    for size in grouping[:-1]:
        yield size
    if grouping[-1] == 0 and len(grouping) >= 2:
        while True:
            yield grouping[-2]
    elif grouping[-1] != 127:
        raise ValueError('unrecognised format for grouping')


def _round(d, places, rounding):
    """d with so many digits."""
    if d._is_special or not d:
        return d
    adjusted = d.adjusted()
    out = d._rescale(adjusted + 1 - places, rounding)
    if out.adjusted() != adjusted:  # 99.9 became 100
        out = out._rescale(out.adjusted() + 1 - places, rounding)
    return out


def _rounded(d, kind, precision, rounding):
    if precision is not None:
        if kind in 'eE':
            d = _round(d, precision + 1, rounding)
        elif kind in 'fF%':
            d = d._rescale(-precision, rounding)
        elif len(d._int) > precision:
            d = _round(d, precision, rounding)
    if d._exp > 0 and kind in 'fF%' and not d:
        d = d._rescale(0, rounding)
    return d


_known = {}  # parsed specifiers by their texts, and whether those are unicode


def _spec(text, localeconv):
    key = text, isinstance(text, unicode)
    spec = _known.get(key)
    if spec is None:
        spec = Spec(text, localeconv)
        if text[-1:] != 'n':
            if len(_known) >= 100:
                _known.clear()
            _known[key] = spec
    return spec


def format_decimal(d, text, context, localeconv=None):
    spec = _spec(text, localeconv)
    if d._is_special:
        body = str(d.copy_abs())
        if spec.type == '%':
            body += '%'
        return spec.align_text(spec.sign_of(d._sign), body)
    kind = spec.type or ('G' if context.capitals else 'g')
    if kind == '%':
        d = make(d._sign, d._coeff, d._exp + 2)
    d = _rounded(d, kind, spec.precision, context.rounding)
    digits, exp = d._int, d._exp
    left = exp + len(digits)
    if kind in 'fF%' or (kind in 'gG' and exp <= 0 and left > -6):
        place = left
    elif kind in 'eE' and spec.precision is not None and not d:
        place = 1 - spec.precision
    else:
        place = 1
    if place < 0:
        whole, fraction = '0', '0' * -place + digits
    elif place > len(digits):
        whole, fraction = digits + '0' * (place - len(digits)), ''
    else:
        whole, fraction = digits[:place] or '0', digits[place:]
    return spec.number(kind, d._sign, whole, fraction, left - place)
