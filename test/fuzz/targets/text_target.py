"""Numbers, % and format, codecs: the parsers of the builtin types."""
import datetime
import decimal
import time

SEEDS = ['\0 0x1fL', '\1-1.5e-300', '\2%-5.3s|%(a)s', '\3{0:>10.3f}{1!r}',
         '\4ab\\u12\\N{DIGIT ONE}\\x41', '\5+AGE-', '\6*^+#010,.2f', '\7%Y-%m',
         '\0101.5E+7', '\0111+2j', '\012\xff\xfea\0', '\x03{a.b[c]}{}']
CODECS = ['utf-8', 'utf-16', 'utf-7', 'utf-32', 'unicode_escape',
          'raw_unicode_escape', 'string_escape', 'idna', 'punycode', 'charmap']


def some(f, *args):
    try:
        return f(*args)
    except (ValueError, TypeError, LookupError, OverflowError, MemoryError,
            AttributeError, decimal.DecimalException):
        pass


def target(data):
    how, text = ord(data[:1] or '\0'), data[1:]
    base = how >> 3
    if len(text) < 300:
        some(int, text, base)
        some(long, text)
    some(float, text)
    some(complex, text)
    some(decimal.Decimal, text)
    wide = text.decode('latin-1')
    if sum(c.isdigit() for c in text) < 12 and '*' not in text and not any(
            text[i:i + 5].isdigit() for i in range(len(text))):
        for form in text, wide:
            some(lambda: form % (1, 'a', 2.5))
            some(lambda: form % {'a': 1})
            some(lambda: form.format(1, 'a', a=2.5))
            for v in 1, 2 ** 70, 2.5, 'a', u'a', 1j, decimal.Decimal('1.50'):
                some(format, v, form)
    for name in CODECS:
        some(text.decode, name, 'replace' if how & 1 else 'strict')
        some(wide.encode, name)
    some(datetime.datetime(2001, 2, 3).strftime, text[:20])
    some(time.strptime, text[:9], text[9:20])
