"""Locales: setting them, and numbers written as they say."""

import sys
import encodings
import encodings.aliases
import re
import operator
import functools

from _locale_names import (locale_alias, locale_encoding_alias,
                           windows_locale)

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error",
           "setlocale", "resetlocale", "localeconv", "strcoll", "strxfrm",
           "str", "atof", "atoi", "format", "format_string", "currency",
           "normalize", "LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY",
           "LC_NUMERIC", "LC_ALL", "CHAR_MAX"]

try:
    _unicode = unicode
except NameError:
    class _unicode(object):
        pass

try:
    from _locale import *
except ImportError:
    # Only the C locale.
    CHAR_MAX = 127
    LC_ALL = 6
    LC_COLLATE = 3
    LC_CTYPE = 0
    LC_MESSAGES = 5
    LC_MONETARY = 4
    LC_NUMERIC = 1
    LC_TIME = 2
    Error = ValueError

    def localeconv():
        return {'grouping': [127], 'currency_symbol': '',
                'n_sign_posn': 127, 'p_cs_precedes': 127,
                'n_cs_precedes': 127, 'mon_grouping': [],
                'n_sep_by_space': 127, 'decimal_point': '.',
                'negative_sign': '', 'positive_sign': '',
                'p_sep_by_space': 127, 'int_curr_symbol': '',
                'p_sign_posn': 127, 'thousands_sep': '',
                'mon_thousands_sep': '', 'frac_digits': 127,
                'mon_decimal_point': '', 'int_frac_digits': 127}

    def setlocale(category, value=None):
        if value not in (None, '', 'C'):
            raise Error('_locale emulation only supports "C" locale')
        return 'C'

    def strcoll(a, b):
        return cmp(a, b)

    def strxfrm(s):
        return s

try:
    LC_MESSAGES
except NameError:
    pass
else:
    __all__.append("LC_MESSAGES")

_localeconv = localeconv
_setlocale = setlocale

# Tests put here what localeconv() is to say.
_override_localeconv = {}


@functools.wraps(_localeconv)
def localeconv():
    d = _localeconv()
    if _override_localeconv:
        d.update(_override_localeconv)
    return d


def _grouping_intervals(grouping):
    """Yield the sizes of groups of digits, from the right."""
    last_interval = 3
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            # The last one goes on for ever.
            while True:
                yield last_interval
        yield interval
        last_interval = interval


def _group(s, monetary=False):
    """Put separators between groups of digits: (text, how many)."""
    conv = localeconv()
    thousands_sep = conv['mon_thousands_sep' if monetary else 'thousands_sep']
    grouping = conv['mon_grouping' if monetary else 'grouping']
    if not grouping:
        return (s, 0)
    if s[-1] == ' ':
        stripped = s.rstrip()
        right_spaces = s[len(stripped):]
        s = stripped
    else:
        right_spaces = ''
    left_spaces = ''
    groups = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in "0123456789":
            # Only the sign is left, and blanks.
            left_spaces = s
            s = ''
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return (left_spaces + thousands_sep.join(groups) + right_spaces,
            len(thousands_sep) * (len(groups) - 1))


def _strip_padding(s, amount):
    """Take blanks away that separators have made one too many."""
    lpos = 0
    while amount and s[lpos] == ' ':
        lpos += 1
        amount -= 1
    rpos = len(s) - 1
    while amount and s[rpos] == ' ':
        rpos -= 1
        amount -= 1
    return s[lpos:rpos + 1]


_percent_re = re.compile(r'%(?:\((?P<key>.*?)\))?'
                         r'(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]')


def format(percent, value, grouping=False, monetary=False, *additional):
    """Format one value with one %-specifier, as the locale says."""
    match = _percent_re.match(percent)
    if not match or len(match.group()) != len(percent):
        raise ValueError("format() must be given exactly one %%char format "
                         "specifier, %s not valid" % repr(percent))
    return _format(percent, value, grouping, monetary, *additional)


def _format(percent, value, grouping=False, monetary=False, *additional):
    if additional:
        formatted = percent % ((value,) + additional)
    else:
        formatted = percent % value
    if percent[-1] in 'eEfFgG':
        seps = 0
        parts = formatted.split('.')
        if grouping:
            parts[0], seps = _group(parts[0], monetary=monetary)
        decimal_point = localeconv()['mon_decimal_point' if monetary
                                     else 'decimal_point']
        formatted = decimal_point.join(parts)
        if seps:
            formatted = _strip_padding(formatted, seps)
    elif percent[-1] in 'diu':
        seps = 0
        if grouping:
            formatted, seps = _group(formatted, monetary=monetary)
        if seps:
            formatted = _strip_padding(formatted, seps)
    return formatted


def format_string(f, val, grouping=False):
    """Format like f % val, each number as the locale says."""
    percents = list(_percent_re.finditer(f))
    new_f = _percent_re.sub('%s', f)
    if operator.isMappingType(val):
        new_val = []
        for perc in percents:
            if perc.group()[-1] == '%':
                new_val.append('%')
            else:
                new_val.append(format(perc.group(), val, grouping))
    else:
        if not isinstance(val, tuple):
            val = (val,)
        new_val = []
        i = 0
        for perc in percents:
            if perc.group()[-1] == '%':
                new_val.append('%')
                continue
            # Each '*' takes a value of its own.
            starcount = perc.group('modifiers').count('*')
            new_val.append(_format(perc.group(), val[i], grouping, False,
                                   *val[i + 1:i + 1 + starcount]))
            i += 1 + starcount
    return new_f % tuple(new_val)


def currency(val, symbol=True, grouping=False, international=False):
    """Format an amount of money."""
    conv = localeconv()
    digits = conv['int_frac_digits' if international else 'frac_digits']
    if digits == 127:
        raise ValueError("Currency formatting is not possible using "
                         "the 'C' locale.")
    s = format('%%.%if' % digits, abs(val), grouping, monetary=True)
    # The sign goes here first.
    s = '<' + s + '>'
    if symbol:
        smb = conv['int_curr_symbol' if international else 'currency_symbol']
        precedes = conv['n_cs_precedes' if val < 0 else 'p_cs_precedes']
        separated = conv['n_sep_by_space' if val < 0 else 'p_sep_by_space']
        if precedes:
            s = smb + (' ' if separated else '') + s
        else:
            s = s + (' ' if separated else '') + smb
    sign_pos = conv['n_sign_posn' if val < 0 else 'p_sign_posn']
    sign = conv['negative_sign' if val < 0 else 'positive_sign']
    if sign_pos == 0:
        s = '(' + s + ')'
    elif sign_pos == 1:
        s = sign + s
    elif sign_pos == 2:
        s = s + sign
    elif sign_pos == 3:
        s = s.replace('<', sign)
    elif sign_pos == 4:
        s = s.replace('>', sign)
    else:
        s = sign + s
    return s.replace('<', '').replace('>', '')


def str(val):
    """A float as text."""
    return format("%.12g", val)


def atof(string, func=float):
    """Text as a number; func makes it of digits and a point."""
    ts = localeconv()['thousands_sep']
    if ts:
        string = string.replace(ts, '')
    dd = localeconv()['decimal_point']
    if dd:
        string = string.replace(dd, '.')
    return func(string)


def atoi(str):
    return atof(str, int)


def _test():
    setlocale(LC_ALL, "")
    s1 = format("%d", 123456789, 1)
    print s1, "is", atoi(s1)
    s1 = str(3.14)
    print s1, "is", atof(s1)


# Only ASCII letters change, whatever the locale.
_ascii_lower_map = ''.join(
    chr(x + 32 if x >= ord('A') and x <= ord('Z') else x)
    for x in range(256))


def _replace_encoding(code, encoding):
    langname = code.partition('.')[0]
    norm_encoding = encodings.normalize_encoding(encoding)
    norm_encoding = encodings.aliases.aliases.get(norm_encoding,
                                                  norm_encoding)
    encoding = locale_encoding_alias.get(norm_encoding, norm_encoding)
    return langname + '.' + encoding


def normalize(localename):
    """The full name of a locale, as 'de_DE.ISO8859-1' for 'de'."""
    if isinstance(localename, _unicode):
        localename = localename.encode('ascii')
    code = localename.translate(_ascii_lower_map)
    if ':' in code:
        # A ':' comes before the encoding in some systems.
        code = code.replace(':', '.')
    code, _, modifier = code.partition('@')
    if '.' in code:
        langname, encoding = code.split('.')[:2]
    else:
        langname = code
        encoding = ''
    lang_enc = langname
    if encoding:
        lang_enc += '.' + encoding.replace('-', '').replace('_', '')
    # All of it, without the modifier, without the encoding, without both.
    name = lang_enc
    if modifier:
        name += '@' + modifier
    code = locale_alias.get(name)
    if code is not None:
        return code
    if modifier:
        code = locale_alias.get(lang_enc)
        if code is not None:
            if '@' not in code:
                return code + '@' + modifier
            if code.split('@', 1)[1].translate(_ascii_lower_map) == modifier:
                return code
    if encoding:
        name = langname
        if modifier:
            name += '@' + modifier
        code = locale_alias.get(name)
        if code is not None:
            if '@' not in code:
                return _replace_encoding(code, encoding)
            code, modifier = code.split('@', 1)
            return _replace_encoding(code, encoding) + '@' + modifier
        if modifier:
            code = locale_alias.get(langname)
            if code is not None:
                if '@' not in code:
                    return _replace_encoding(code, encoding) + '@' + modifier
                code, defmod = code.split('@', 1)
                if defmod.translate(_ascii_lower_map) == modifier:
                    return _replace_encoding(code, encoding) + '@' + defmod
    return localename


def _parse_localename(localename):
    """Return (language, encoding)."""
    code = normalize(localename)
    if '@' in code:
        code, modifier = code.split('@', 1)
        if modifier == 'euro' and '.' not in code:
            return code, 'iso-8859-15'
    if '.' in code:
        return tuple(code.split('.')[:2])
    if code == 'C':
        return None, None
    raise ValueError('unknown locale: %s' % localename)


def _build_localename(localetuple):
    language, encoding = localetuple
    if language is None:
        language = 'C'
    if encoding is None:
        return language
    return language + '.' + encoding


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    """The (language, encoding) that the environment asks for."""
    import os
    lookup = os.environ.get
    for variable in envvars:
        localename = lookup(variable, None)
        if localename:
            if variable == 'LANGUAGE':
                localename = localename.split(':')[0]
            break
    else:
        localename = 'C'
    return _parse_localename(localename)


def getlocale(category=LC_CTYPE):
    """The (language, encoding) that is set for a category."""
    localename = _setlocale(category)
    if category == LC_ALL and ';' in localename:
        raise TypeError('category LC_ALL is not supported')
    return _parse_localename(localename)


def setlocale(category, locale=None):
    """Set a locale, given by name or as (language, encoding)."""
    if locale and not isinstance(locale, (_str, _unicode)):
        locale = normalize(_build_localename(locale))
    return _setlocale(category, locale)


_str = type('')


def resetlocale(category=LC_ALL):
    """Set what the environment asks for."""
    _setlocale(category, _build_localename(getdefaultlocale()))


try:
    CODESET
except NameError:
    def getpreferredencoding(do_setlocale=True):
        return getdefaultlocale()[1]
else:
    def getpreferredencoding(do_setlocale=True):
        """The encoding of text, as the user's locale says."""
        if not do_setlocale:
            return nl_langinfo(CODESET)
        oldloc = setlocale(LC_CTYPE)
        try:
            setlocale(LC_CTYPE, "")
        except Error:
            pass
        result = nl_langinfo(CODESET)
        setlocale(LC_CTYPE, oldloc)
        return result


def _print_locale():
    categories = {}
    for name, value in globals().items():
        if name.startswith('LC_') and name != 'LC_ALL':
            categories[name] = value
    for title, prepare in (('Locale settings on startup:', None),
                           ('Locale settings after calling resetlocale():',
                            resetlocale)):
        if prepare is not None:
            prepare()
        print title
        print '-' * 72
        for name, category in sorted(categories.items()):
            lang, enc = getlocale(category)
            print name, '...'
            print '   Language: ', lang or '(undefined)'
            print '   Encoding: ', enc or '(undefined)'
            print
