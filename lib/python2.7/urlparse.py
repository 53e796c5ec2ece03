"""URLs taken apart and joined (RFC 3986, RFC 1808)."""

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit",
           "urlunsplit", "parse_qs", "parse_qsl"]

import re
from collections import namedtuple

# Schemes of which the parts are known; the empty one is for relative URLs.
uses_relative = ['ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file',
                 'https', 'shttp', 'mms', 'prospero', 'rtsp', 'rtspu', '',
                 'sftp', 'svn', 'svn+ssh']
uses_netloc = ['ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais',
               'file', 'mms', 'https', 'shttp', 'snews', 'prospero', 'rtsp',
               'rtspu', 'rsync', '', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git',
               'git+ssh']
uses_params = ['ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp',
               'rtsp', 'rtspu', 'sip', 'sips', 'mms', '', 'sftp', 'tel']
non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais',
                    'imap', 'snews', 'sip', 'sips']
uses_query = ['http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher',
              'rtsp', 'rtspu', 'sip', 'sips', '']
uses_fragment = ['ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais',
                 'https', 'shttp', 'snews', 'file', 'prospero', '']

scheme_chars = ('abcdefghijklmnopqrstuvwxyz'
                'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
                '0123456789'
                '+-.')
_scheme_chars = frozenset(scheme_chars)

MAX_CACHE_SIZE = 20
_parse_cache = {}


def clear_cache():
    _parse_cache.clear()


class ResultMixin(object):
    """The parts of netloc."""

    @property
    def username(self):
        netloc = self.netloc
        if "@" in netloc:
            userinfo = netloc.rsplit("@", 1)[0]
            if ":" in userinfo:
                userinfo = userinfo.split(":", 1)[0]
            return userinfo
        return None

    @property
    def password(self):
        netloc = self.netloc
        if "@" in netloc:
            userinfo = netloc.rsplit("@", 1)[0]
            if ":" in userinfo:
                return userinfo.split(":", 1)[1]
        return None

    @property
    def hostname(self):
        netloc = self.netloc.split('@')[-1]
        if '[' in netloc and ']' in netloc:
            return netloc.split(']')[0][1:].lower()
        if ':' in netloc:
            return netloc.split(':')[0].lower()
        if netloc == '':
            return None
        return netloc.lower()

    @property
    def port(self):
        netloc = self.netloc.split('@')[-1].split(']')[-1]
        if ':' in netloc:
            port = netloc.split(':')[1]
            if port:
                port = int(port, 10)
                if 0 <= port <= 65535:
                    return port
        return None


class SplitResult(namedtuple('SplitResult',
                             'scheme netloc path query fragment'),
                  ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult',
                             'scheme netloc path params query fragment'),
                  ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlparse(url, scheme='', allow_fragments=True):
    """(scheme, netloc, path, params, query, fragment)"""
    scheme, netloc, url, query, fragment = urlsplit(url, scheme,
                                                    allow_fragments)
    if scheme in uses_params and ';' in url:
        url, params = _splitparams(url)
    else:
        params = ''
    return ParseResult(scheme, netloc, url, params, query, fragment)


def _splitparams(url):
    if '/' in url:
        i = url.find(';', url.rfind('/'))
        if i < 0:
            return url, ''
    else:
        i = url.find(';')
    return url[:i], url[i + 1:]


def _splitnetloc(url, start=0):
    delim = len(url)
    for c in '/?#':
        wdelim = url.find(c, start)
        if wdelim >= 0:
            delim = min(delim, wdelim)
    return url[start:delim], url[delim:]


def _checknetloc(netloc):
    """Refuse what normalization would turn into separators."""
    if not netloc or not isinstance(netloc, unicode):
        return
    import unicodedata
    n = netloc.replace(u'@', u'').replace(u':', u'').replace(u'#', u'') \
        .replace(u'?', u'')
    netloc2 = unicodedata.normalize('NFKC', n)
    if n == netloc2:
        return
    for c in '/?#@:':
        if c in netloc2:
            raise ValueError("netloc %r contains invalid characters under "
                             "NFKC normalization" % netloc)


def urlsplit(url, scheme='', allow_fragments=True):
    """(scheme, netloc, path, query, fragment)"""
    allow_fragments = bool(allow_fragments)
    key = url, scheme, allow_fragments, type(url), type(scheme)
    cached = _parse_cache.get(key, None)
    if cached:
        return cached
    if len(_parse_cache) >= MAX_CACHE_SIZE:
        clear_cache()
    netloc = query = fragment = ''
    i = url.find(':')
    if i > 0:
        if url[:i] == 'http':
            # By far the most frequent.
            scheme = url[:i].lower()
            url = url[i + 1:]
        else:
            for c in url[:i]:
                if c not in _scheme_chars:
                    break
            else:
                # host:port is no scheme.
                rest = url[i + 1:]
                if not rest or any(c not in '0123456789' for c in rest):
                    scheme, url = url[:i].lower(), rest
    if url[:2] == '//':
        netloc, url = _splitnetloc(url, 2)
        if ('[' in netloc and ']' not in netloc) or \
                (']' in netloc and '[' not in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    _checknetloc(netloc)
    v = SplitResult(scheme, netloc, url, query, fragment)
    _parse_cache[key] = v
    return v


def urlunparse(data):
    """Put together what urlparse() took apart."""
    scheme, netloc, url, params, query, fragment = data
    if params:
        url = "%s;%s" % (url, params)
    return urlunsplit((scheme, netloc, url, query, fragment))


def urlunsplit(data):
    scheme, netloc, url, query, fragment = data
    if netloc or (scheme and scheme in uses_netloc and url[:2] != '//'):
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urljoin(base, url, allow_fragments=True):
    """The absolute form of a URL that stands in a document at base."""
    if not base:
        return url
    if not url:
        return base
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = \
        urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = \
        urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query,
                               fragment))
        netloc = bnetloc
    if path[:1] == '/':
        return urlunparse((scheme, netloc, path, params, query, fragment))
    if not path and not params:
        path = bpath
        params = bparams
        if not query:
            query = bquery
        return urlunparse((scheme, netloc, path, params, query, fragment))
    segments = bpath.split('/')[:-1] + path.split('/')
    # RFC 1808, section 4, step 6.
    if segments[-1] == '.':
        segments[-1] = ''
    while '.' in segments:
        segments.remove('.')
    while 1:
        i = 1
        n = len(segments) - 1
        while i < n:
            if segments[i] == '..' and segments[i - 1] not in ('', '..'):
                del segments[i - 1:i + 1]
                break
            i += 1
        else:
            break
    if segments == ['', '..']:
        segments[-1] = ''
    elif len(segments) >= 2 and segments[-1] == '..':
        segments[-2:] = ['']
    return urlunparse((scheme, netloc, '/'.join(segments), params, query,
                       fragment))


def urldefrag(url):
    """(the URL without its fragment, the fragment)"""
    if '#' in url:
        s, n, p, a, q, frag = urlparse(url)
        return urlunparse((s, n, p, a, q, '')), frag
    return url, ''


def _is_unicode(x):
    return isinstance(x, unicode)


# The same as urllib.unquote(), which is in a module that takes more.
_hexdig = '0123456789ABCDEFabcdef'
_hextochr = dict((a + b, chr(int(a + b, 16)))
                 for a in _hexdig for b in _hexdig)
_asciire = re.compile('([\x00-\x7f]+)')


def unquote(s):
    """Replace %xx by characters."""
    if _is_unicode(s):
        if '%' not in s:
            return s
        bits = _asciire.split(s)
        res = [bits[0]]
        for i in range(1, len(bits), 2):
            res.append(unquote(str(bits[i])).decode('latin1'))
            res.append(bits[i + 1])
        return ''.join(res)
    bits = s.split('%')
    if len(bits) == 1:
        return s
    res = [bits[0]]
    for item in bits[1:]:
        c = _hextochr.get(item[:2])
        if c is None:
            res.append('%' + item)
        else:
            res.append(c + item[2:])
    return ''.join(res)


def parse_qs(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """The fields of a query: name -> list of values."""
    d = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing,
                                 max_num_fields):
        if name in d:
            d[name].append(value)
        else:
            d[name] = [value]
    return d


def parse_qsl(qs, keep_blank_values=0, strict_parsing=0,
              max_num_fields=None):
    """List (name, value) of the fields of a query."""
    if max_num_fields is not None:
        if max_num_fields < 1 + qs.count('&') + qs.count(';'):
            raise ValueError('Max number of fields exceeded')
    r = []
    for part in qs.split('&'):
        for field in part.split(';'):
            if not field and not strict_parsing:
                continue
            nv = field.split('=', 1)
            if len(nv) != 2:
                if strict_parsing:
                    raise ValueError("bad query field: %r" % (field,))
                if not keep_blank_values:
                    continue
                nv.append('')
            if len(nv[1]) or keep_blank_values:
                r.append((unquote(nv[0].replace('+', ' ')),
                          unquote(nv[1].replace('+', ' '))))
    return r
