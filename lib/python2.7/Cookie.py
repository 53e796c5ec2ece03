"""HTTP cookies on the server's side (RFC 2109)."""

import re
import string

try:
    from cPickle import dumps, loads
except ImportError:
    from pickle import dumps, loads

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie', 'SerialCookie',
           'SmartCookie', 'Cookie']

_nulljoin = ''.join
_semispacejoin = '; '.join
_spacejoin = ' '.join


class CookieError(Exception):
    pass


# What needs no quotes in a value.
_LegalChars = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~"

_Translator = dict((chr(n), '\\%03o' % n)
                   for n in range(256)
                   if chr(n) in '",;\\' or n < 32 or n > 126)
_Translator['"'] = '\\"'
_Translator['\\'] = '\\\\'

_idmap = ''.join(chr(x) for x in xrange(256))


def _quote(str, LegalChars=_LegalChars, idmap=_idmap,
           translate=string.translate):
    """A value with quotes around it, if it needs them."""
    if '' == translate(str, idmap, LegalChars):
        return str
    return '"' + _nulljoin([_Translator.get(c, c) for c in str]) + '"'


_OctalPatt = re.compile(r'\\[0-3][0-7][0-7]')
_QuotePatt = re.compile(r'[\\].')


def _unquote(str):
    """A value without its quotes."""
    if len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    str = str[1:-1]
    result = []
    i = 0
    n = len(str)
    while i < n:
        j = str.find('\\', i)
        if j < 0 or j + 1 >= n:
            result.append(str[i:])
            break
        result.append(str[i:j])
        if _OctalPatt.match(str, j):
            result.append(chr(int(str[j + 1:j + 4], 8)))
            i = j + 4
        else:
            result.append(str[j + 1])
            i = j + 2
    return _nulljoin(result)


_weekdayname = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_monthname = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug',
              'Sep', 'Oct', 'Nov', 'Dec']


def _getdate(future=0, weekdayname=_weekdayname, monthname=_monthname):
    """The time in so many seconds as `expires` has it."""
    from time import gmtime, time
    year, month, day, hh, mm, ss, wd, y, z = gmtime(time() + future)
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (
        weekdayname[wd], day, monthname[month], year, hh, mm, ss)


class Morsel(dict):
    """A cookie: its key, its value, and its attributes as a dictionary."""

    # Attribute -> as it is written.
    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment',
                 'domain': 'Domain', 'max-age': 'Max-Age', 'secure': 'secure',
                 'httponly': 'httponly', 'version': 'Version'}

    _flags = {'secure', 'httponly'}

    def __init__(self):
        self.key = self.value = self.coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    def __setitem__(self, name, value):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid Attribute %s' % name)
        dict.__setitem__(self, name, value)

    def isReservedKey(self, name):
        return name.lower() in self._reserved

    def set(self, key, val, coded_val, LegalChars=_LegalChars, idmap=_idmap,
            translate=string.translate):
        """Sets key, value, and the value as it is sent."""
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key: %s' % key)
        if '' != translate(key, idmap, LegalChars):
            raise CookieError('Illegal key value: %s' % key)
        self.key = key
        self.value = val
        self.coded_value = coded_val

    def output(self, attrs=None, header='Set-Cookie:'):
        """The header."""
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s=%s>' % (self.__class__.__name__, self.key,
                                repr(self.value))

    def js_output(self, attrs=None):
        """A script that sets the cookie."""
        return '''
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "%s";
        // end hiding -->
        </script>
        ''' % self.OutputString(attrs).replace('"', r'\"')

    def OutputString(self, attrs=None):
        """The cookie with its attributes."""
        result = ['%s=%s' % (self.key, self.coded_value)]
        if attrs is None:
            attrs = self._reserved
        for name, value in sorted(self.items()):
            if value == '' or name not in attrs:
                continue
            shown = self._reserved[name]
            if name == 'expires' and type(value) == type(1):
                result.append('%s=%s' % (shown, _getdate(value)))
            elif name == 'max-age' and type(value) == type(1):
                result.append('%s=%d' % (shown, value))
            elif name in self._flags:
                result.append(str(shown))
            else:
                result.append('%s=%s' % (shown, value))
        return _semispacejoin(result)


_LegalKeyChars = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_LegalValueChars = _LegalKeyChars + r'\[\]'

_CookiePattern = re.compile(
    r'\s*'
    r'(?P<key>[' + _LegalKeyChars + r']+?)'
    r'(\s*=\s*'
    r'(?P<val>'
    r'"(?:[^\\"]|\\.)*"'
    r'|'
    r'\w{3},\s[\s\w\d-]{9,11}\s[\d:]{8}\sGMT'
    r'|'
    r'[' + _LegalValueChars + r']*'
    r')'
    r')?'
    r'\s*'
    r'(\s+|;|$)')


class BaseCookie(dict):
    """Cookies by name.  Subclasses say how values are sent."""

    def value_decode(self, val):
        """(value, as it came)"""
        return val, val

    def value_encode(self, val):
        """(value, as it is sent)"""
        strval = str(val)
        return strval, strval

    def __init__(self, input=None):
        if input:
            self.load(input)

    def __set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
            return
        rval, cval = self.value_encode(value)
        self.__set(key, rval, cval)

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        """The headers."""
        return sep.join([value.output(attrs, header)
                         for key, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        items = ['%s=%s' % (key, repr(value.value))
                 for key, value in sorted(self.items())]
        return '<%s: %s>' % (self.__class__.__name__, _spacejoin(items))

    def js_output(self, attrs=None):
        """Scripts that set the cookies."""
        return _nulljoin([value.js_output(attrs)
                          for key, value in sorted(self.items())])

    def load(self, rawdata):
        """Takes the cookies of a header or of a dictionary."""
        if type(rawdata) == type(''):
            self.__parse_string(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def __parse_string(self, str, patt=_CookiePattern):
        i = 0
        n = len(str)
        morsel = None
        while 0 <= i < n:
            match = patt.match(str, i)
            if not match:
                break
            key, value = match.group('key'), match.group('val')
            i = match.end(0)
            if key[0] == '$':
                # An attribute of the cookie before, or of all.
                if morsel is not None:
                    morsel[key[1:]] = value
            elif key.lower() in Morsel._reserved:
                if morsel is not None:
                    if value is None:
                        if key.lower() in Morsel._flags:
                            morsel[key] = True
                    else:
                        morsel[key] = _unquote(value)
            elif value is not None:
                rval, cval = self.value_decode(value)
                self.__set(key, rval, cval)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Values are strings, quoted if need be."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        strval = str(val)
        return strval, _quote(strval)


class SerialCookie(BaseCookie):
    """Values are pickled: not to be loaded from strangers."""

    def __init__(self, input=None):
        import warnings
        warnings.warn('SerialCookie class is insecure; do not use it',
                      DeprecationWarning)
        BaseCookie.__init__(self, input)

    def value_decode(self, val):
        return loads(_unquote(val)), val

    def value_encode(self, val):
        return val, _quote(dumps(val))


class SmartCookie(BaseCookie):
    """Values that are no strings are pickled."""

    def __init__(self, input=None):
        import warnings
        warnings.warn('Cookie/SmartCookie class is insecure; do not use it',
                      DeprecationWarning)
        BaseCookie.__init__(self, input)

    def value_decode(self, val):
        strval = _unquote(val)
        try:
            return loads(strval), val
        except Exception:
            return strval, val

    def value_encode(self, val):
        if type(val) == type(''):
            return val, _quote(val)
        return val, _quote(dumps(val))


Cookie = SmartCookie
