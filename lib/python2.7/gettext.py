"""Messages translated by catalogs of GNU gettext."""

import copy
import errno
import os
import re
import struct
import sys

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'find',
           'translation', 'install', 'textdomain', 'bindtextdomain',
           'bind_textdomain_codeset', 'dgettext', 'dngettext', 'gettext',
           'lgettext', 'ldgettext', 'ldngettext', 'lngettext', 'ngettext']

_default_localedir = os.path.join(sys.prefix, 'share', 'locale')


# The C expressions that say which plural a number takes, by precedence
# climbing; the result is a function of the number.

_TOKEN = re.compile(r'\s*(?:(\d+)|(n\b)|(\|\||&&|[=!<>]=|[-+*/%<>?:()!])|'
                    r'(\S))')

_BINARY = {'||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4,
           '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6}


def _apply(op, a, b):
    if op == '==':
        return int(a == b)
    if op == '!=':
        return int(a != b)
    if op == '<':
        return int(a < b)
    if op == '>':
        return int(a > b)
    if op == '<=':
        return int(a <= b)
    if op == '>=':
        return int(a >= b)
    if op == '+':
        return a + b
    if op == '-':
        return a - b
    if op == '*':
        return a * b
    if op == '/':
        return a // b
    return a % b


class _Plural(object):
    """Parses an expression into nested tuples."""

    def __init__(self, plural):
        self.tokens = []
        self.pos = 0
        depth = 0
        end = len(plural.rstrip())
        i = 0
        while i < end:
            m = _TOKEN.match(plural, i)
            if m.group(4):
                raise ValueError('invalid token in plural form: %s' %
                                 m.group(4))
            token = m.group(1) or m.group(2) or m.group(3)
            self.tokens.append(token)
            depth = max(depth, self.tokens.count('('))
            i = m.end()
        if depth > 20:
            raise ValueError('plural form expression is too complex')

    def peek(self):
        if self.pos < len(self.tokens):
            return self.tokens[self.pos]
        return ''

    def take(self):
        token = self.peek()
        self.pos += 1
        return token

    def fail(self, token):
        if token:
            raise ValueError('unexpected token in plural form: %s' % token)
        raise ValueError('unexpected end of plural form')

    def ternary(self):
        test = self.binary(1)
        if self.peek() != '?':
            return test
        self.take()
        yes = self.ternary()
        if self.peek() != ':':
            self.fail(self.peek())
        self.take()
        return '?', test, yes, self.ternary()

    def binary(self, level):
        left = self.unary()
        while _BINARY.get(self.peek(), 0) >= level:
            op = self.take()
            left = op, left, self.binary(_BINARY[op] + 1)
        return left

    def unary(self):
        token = self.take()
        if token == '!':
            return '!', self.unary()
        if token == '(':
            inner = self.ternary()
            if self.take() != ')':
                raise ValueError('unbalanced parenthesis in plural form')
            return inner
        if token == 'n':
            return 'n',
        if token.isdigit():
            return 'number', int(token)
        self.fail(token)


def _value(node, n):
    """The value of a parsed expression for a number."""
    op = node[0]
    if op == 'n':
        return n
    if op == 'number':
        return node[1]
    if op == '!':
        return int(not _value(node[1], n))
    if op == '?':
        return _value(node[2] if _value(node[1], n) else node[3], n)
    a = _value(node[1], n)
    if op == '&&':
        return int(bool(a and _value(node[2], n)))
    if op == '||':
        return int(bool(a or _value(node[2], n)))
    return _apply(op, a, _value(node[2], n))


def c2py(plural):
    """Turn a C expression in n into a function."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    parser = _Plural(plural)
    node = parser.ternary()
    if parser.peek():
        parser.fail(parser.peek())

    def func(n):
        try:
            round(n)
        except TypeError:
            raise TypeError('Plural value must be an integer, got %s' %
                            (n.__class__.__name__,))
        return int(_value(node, n))
    return func


def _expand_lang(locale):
    """The names under which a locale's catalog may be, the fullest first."""
    from locale import normalize
    locale = normalize(locale)
    COMPONENT_CODESET = 1 << 0
    COMPONENT_TERRITORY = 1 << 1
    COMPONENT_MODIFIER = 1 << 2
    mask = 0
    parts = {'@': '', '.': '', '_': ''}
    for sep, bit in (('@', COMPONENT_MODIFIER), ('.', COMPONENT_CODESET),
                     ('_', COMPONENT_TERRITORY)):
        pos = locale.find(sep)
        if pos >= 0:
            parts[sep] = locale[pos:]
            locale = locale[:pos]
            mask |= bit
    language = locale
    ret = []
    for i in range(mask + 1):
        if not (i & ~mask):
            val = language
            if i & COMPONENT_TERRITORY:
                val += parts['_']
            if i & COMPONENT_CODESET:
                val += parts['.']
            if i & COMPONENT_MODIFIER:
                val += parts['@']
            ret.append(val)
    ret.reverse()
    return ret


class NullTranslations:
    """Translates nothing; asks its fallback first."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._output_charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        if self._fallback:
            return self._fallback.gettext(message)
        return message

    def lgettext(self, message):
        if self._fallback:
            return self._fallback.lgettext(message)
        return message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def lngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.lngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def ugettext(self, message):
        if self._fallback:
            return self._fallback.ugettext(message)
        return unicode(message)

    def ungettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ungettext(msgid1, msgid2, n)
        return unicode(msgid1) if n == 1 else unicode(msgid2)

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def output_charset(self):
        return self._output_charset

    def set_output_charset(self, charset):
        self._output_charset = charset

    def install(self, unicode=False, names=None):
        """Make _() a builtin, and others if they are named."""
        import __builtin__
        __builtin__.__dict__['_'] = unicode and self.ugettext or self.gettext
        if hasattr(names, "__contains__"):
            if "gettext" in names:
                __builtin__.__dict__['gettext'] = __builtin__.__dict__['_']
            if "ngettext" in names:
                __builtin__.__dict__['ngettext'] = \
                    unicode and self.ungettext or self.ngettext
            if "lgettext" in names:
                __builtin__.__dict__['lgettext'] = self.lgettext
            if "lngettext" in names:
                __builtin__.__dict__['lngettext'] = self.lngettext


class GNUTranslations(NullTranslations):
    """Translates by a file .mo."""

    LE_MAGIC = 0x950412deL
    BE_MAGIC = 0xde120495L

    def _parse(self, fp):
        unpack = struct.unpack
        filename = getattr(fp, 'name', '')
        self._catalog = catalog = {}
        self.plural = lambda n: int(n != 1)
        buf = fp.read()
        buflen = len(buf)
        magic = unpack('<I', buf[:4])[0]
        if magic == self.LE_MAGIC:
            msgcount, masteridx, transidx = unpack('<4I', buf[4:20])[1:]
            ii = '<II'
        elif magic == self.BE_MAGIC:
            msgcount, masteridx, transidx = unpack('>4I', buf[4:20])[1:]
            ii = '>II'
        else:
            raise IOError(0, 'Bad magic number', filename)
        for i in xrange(0, msgcount):
            mlen, moff = unpack(ii, buf[masteridx:masteridx + 8])
            mend = moff + mlen
            tlen, toff = unpack(ii, buf[transidx:transidx + 8])
            tend = toff + tlen
            if mend >= buflen or tend >= buflen:
                raise IOError(0, 'File is corrupt', filename)
            msg = buf[moff:mend]
            tmsg = buf[toff:tend]
            if mlen == 0:
                # The empty message's translation is about the catalog.
                self._parse_header(tmsg)
            if '\x00' in msg:
                msgid1, msgid2 = msg.split('\x00')
                tmsg = tmsg.split('\x00')
                if self._charset:
                    msgid1 = unicode(msgid1, self._charset)
                    tmsg = [unicode(x, self._charset) for x in tmsg]
                for j in range(len(tmsg)):
                    catalog[(msgid1, j)] = tmsg[j]
            else:
                if self._charset:
                    msg = unicode(msg, self._charset)
                    tmsg = unicode(tmsg, self._charset)
                catalog[msg] = tmsg
            masteridx += 8
            transidx += 8

    def _parse_header(self, text):
        lastk = None
        for item in text.splitlines():
            item = item.strip()
            if not item:
                continue
            k = None
            if ':' in item:
                k, v = item.split(':', 1)
                k = k.strip().lower()
                v = v.strip()
                self._info[k] = v
                lastk = k
            elif lastk:
                self._info[lastk] += '\n' + item
            if k == 'content-type':
                self._charset = v.split('charset=')[1]
            elif k == 'plural-forms':
                v = v.split(';')
                plural = v[1].split('plural=')[1]
                self.plural = c2py(plural)

    def _out(self, tmsg):
        if self._output_charset:
            return tmsg.encode(self._output_charset)
        if self._charset:
            return tmsg.encode(self._charset)
        return tmsg

    def _local(self, tmsg):
        if self._output_charset:
            return tmsg.encode(self._output_charset)
        import locale
        return tmsg.encode(locale.getpreferredencoding())

    def lgettext(self, message):
        tmsg = self._catalog.get(message)
        if tmsg is None:
            if self._fallback:
                return self._fallback.lgettext(message)
            return message
        return self._local(tmsg)

    def lngettext(self, msgid1, msgid2, n):
        tmsg = self._catalog.get((msgid1, self.plural(n)))
        if tmsg is None:
            if self._fallback:
                return self._fallback.lngettext(msgid1, msgid2, n)
            return msgid1 if n == 1 else msgid2
        return self._local(tmsg)

    def gettext(self, message):
        tmsg = self._catalog.get(message)
        if tmsg is None:
            if self._fallback:
                return self._fallback.gettext(message)
            return message
        return self._out(tmsg)

    def ngettext(self, msgid1, msgid2, n):
        tmsg = self._catalog.get((msgid1, self.plural(n)))
        if tmsg is None:
            if self._fallback:
                return self._fallback.ngettext(msgid1, msgid2, n)
            return msgid1 if n == 1 else msgid2
        return self._out(tmsg)

    def ugettext(self, message):
        tmsg = self._catalog.get(message)
        if tmsg is None:
            if self._fallback:
                return self._fallback.ugettext(message)
            return unicode(message)
        return tmsg

    def ungettext(self, msgid1, msgid2, n):
        tmsg = self._catalog.get((msgid1, self.plural(n)))
        if tmsg is None:
            if self._fallback:
                return self._fallback.ungettext(msgid1, msgid2, n)
            return unicode(msgid1) if n == 1 else unicode(msgid2)
        return tmsg


def find(domain, localedir=None, languages=None, all=0):
    """The file of a domain's catalog, or with `all` a list of such."""
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        languages = []
        for envar in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'):
            val = os.environ.get(envar)
            if val:
                languages = val.split(':')
                break
        if 'C' not in languages:
            languages.append('C')
    nelangs = []
    for lang in languages:
        for nelang in _expand_lang(lang):
            if nelang not in nelangs:
                nelangs.append(nelang)
    result = [] if all else None
    for lang in nelangs:
        if lang == 'C':
            break
        mofile = os.path.join(localedir, lang, 'LC_MESSAGES',
                              '%s.mo' % domain)
        if os.path.exists(mofile):
            if not all:
                return mofile
            result.append(mofile)
    return result


# (class, file) -> translations.
_translations = {}


def translation(domain, localedir=None, languages=None, class_=None,
                fallback=False, codeset=None):
    """The translations of a domain; IOError if there are none."""
    if class_ is None:
        class_ = GNUTranslations
    mofiles = find(domain, localedir, languages, all=1)
    if not mofiles:
        if fallback:
            return NullTranslations()
        raise IOError(errno.ENOENT, 'No translation file found for domain',
                      domain)
    result = None
    for mofile in mofiles:
        key = (class_, os.path.abspath(mofile))
        t = _translations.get(key)
        if t is None:
            with open(mofile, 'rb') as fp:
                t = _translations.setdefault(key, class_(fp))
        # A copy, since it gets a fallback and a charset of its own.
        t = copy.copy(t)
        if codeset:
            t.set_output_charset(codeset)
        if result is None:
            result = t
        else:
            result.add_fallback(t)
    return result


def install(domain, localedir=None, unicode=False, codeset=None, names=None):
    t = translation(domain, localedir, fallback=True, codeset=codeset)
    t.install(unicode, names)


# What the functions of C's gettext know: directories, charsets, the domain.
_localedirs = {}
_localecodesets = {}
_current_domain = 'messages'


def textdomain(domain=None):
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def bind_textdomain_codeset(domain, codeset=None):
    if codeset is not None:
        _localecodesets[domain] = codeset
    return _localecodesets.get(domain)


def _find_domain(domain):
    try:
        return translation(domain, _localedirs.get(domain, None),
                           codeset=_localecodesets.get(domain))
    except IOError:
        return None


def dgettext(domain, message):
    t = _find_domain(domain)
    return message if t is None else t.gettext(message)


def ldgettext(domain, message):
    t = _find_domain(domain)
    return message if t is None else t.lgettext(message)


def dngettext(domain, msgid1, msgid2, n):
    t = _find_domain(domain)
    if t is None:
        return msgid1 if n == 1 else msgid2
    return t.ngettext(msgid1, msgid2, n)


def ldngettext(domain, msgid1, msgid2, n):
    t = _find_domain(domain)
    if t is None:
        return msgid1 if n == 1 else msgid2
    return t.lngettext(msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def lgettext(message):
    return ldgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def lngettext(msgid1, msgid2, n):
    return ldngettext(_current_domain, msgid1, msgid2, n)


# The name of a C library's interface that came before.
Catalog = translation
