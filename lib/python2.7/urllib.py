"""URLs quoted, unquoted and taken apart."""

import re

__all__ = ["quote", "quote_plus", "unquote", "unquote_plus", "urlencode",
           "url2pathname", "pathname2url", "splittag", "splitnport",
           "splitquery", "splitattr", "splitvalue", "getproxies",
           "splittype", "splithost", "splituser", "splitpasswd", "splitport",
           "basejoin", "unwrap", "localhost", "thishost",
           "ContentTooShortError"]

__version__ = '1.17'

from urlparse import urljoin as basejoin, unquote, _is_unicode


class ContentTooShortError(IOError):
    """Less came than the server said."""

    def __init__(self, message, content):
        IOError.__init__(self, message)
        self.content = content


def unquote_plus(s):
    """Replace %xx by characters and '+' by a blank."""
    return unquote(s.replace('+', ' '))


always_safe = ('ABCDEFGHIJKLMNOPQRSTUVWXYZ'
               'abcdefghijklmnopqrstuvwxyz'
               '0123456789' '_.-')
_safe_map = {}
for _i in range(256):
    _c = chr(_i)
    _safe_map[_c] = _c if _i < 128 and _c in always_safe else '%%%02X' % _i
del _i, _c

# (safe, always_safe) -> (character -> quoted, all safe characters).
_safe_quoters = {}


def quote(s, safe='/'):
    """Replace characters that are not safe by %XX."""
    if not s:
        if s is None:
            raise TypeError('None object cannot be quoted')
        return s
    cachekey = (safe, always_safe)
    try:
        quoter, all_safe = _safe_quoters[cachekey]
    except KeyError:
        safe_map = _safe_map.copy()
        for c in safe:
            safe_map[c] = c
        quoter = safe_map.__getitem__
        all_safe = always_safe + safe
        _safe_quoters[cachekey] = (quoter, all_safe)
    if not s.rstrip(all_safe):
        return s
    return ''.join(map(quoter, s))


def quote_plus(s, safe=''):
    """Like quote(), with '+' for blanks."""
    if ' ' in s:
        s = quote(s, safe + ' ')
        return s.replace(' ', '+')
    return quote(s, safe)


def urlencode(query, doseq=0):
    """A query string from a mapping or from pairs.

    With doseq each item of a value that is a sequence gets a field.
    """
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            import sys
            raise TypeError, "not a valid non-string sequence or mapping " \
                "object", sys.exc_info()[2]
    l = []
    for k, v in query:
        k = quote_plus(str(k))
        if not doseq:
            l.append(k + '=' + quote_plus(str(v)))
        elif isinstance(v, str):
            l.append(k + '=' + quote_plus(v))
        elif _is_unicode(v):
            l.append(k + '=' + quote_plus(v.encode("ASCII", "replace")))
        else:
            try:
                len(v)
            except TypeError:
                l.append(k + '=' + quote_plus(str(v)))
            else:
                for elt in v:
                    l.append(k + '=' + quote_plus(str(elt)))
    return '&'.join(l)


def url2pathname(pathname):
    return unquote(pathname)


def pathname2url(pathname):
    return quote(pathname)


def toBytes(url):
    """A URL as str; other than ASCII is an error."""
    if _is_unicode(url):
        try:
            url = url.encode("ASCII")
        except UnicodeError:
            raise UnicodeError("URL " + repr(url) +
                               " contains non-ASCII characters")
    return url


def unwrap(url):
    """The URL itself, without <URL: and > around it."""
    url = url.strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    if url[:4] == 'URL:':
        url = url[4:].strip()
    return url


_typeprog = re.compile('^([^/:]+):')
_hostprog = re.compile('^//([^/?#]*)(.*)$', re.DOTALL)


def splittype(url):
    """(scheme in lower case or None, what is behind its colon)"""
    match = _typeprog.match(url)
    if match:
        scheme = match.group(1)
        return scheme.lower(), url[len(scheme) + 1:]
    return None, url


def splithost(url):
    """Cut '//www.python.org:80/a' behind the port; (None, url) without '//'."""
    match = _hostprog.match(url)
    if match:
        host_port, path = match.groups()
        if path and path[0] != '/':
            path = '/' + path
        return host_port, path
    return None, url


def splituser(host):
    """(what is before the last @ or None, what is behind it)"""
    user, at, rest = host.rpartition('@')
    return (user if at else None), rest


def splitpasswd(user):
    """(name, password or None)"""
    user, colon, password = user.partition(':')
    return user, (password if colon else None)


_portprog = re.compile('^(.*):([0-9]*)$')


def splitport(host):
    """(host, digits of the port or None)"""
    match = _portprog.match(host)
    if match:
        host, port = match.groups()
        if port:
            return host, port
    return host, None


def splitnport(host, defport=-1):
    """The host, and the port as a number: defport if there is none, None if
    it is no number."""
    match = re.match('^(.*):(.*)$', host)
    if match:
        host, port = match.group(1, 2)
        if port:
            try:
                nport = int(port)
            except ValueError:
                nport = None
            return host, nport
    return host, defport


def splitquery(url):
    """(what is before the last '?', query or None)"""
    path, mark, query = url.rpartition('?')
    if mark:
        return path, query
    return url, None


def splittag(url):
    """(what is before the last '#', fragment or None)"""
    path, mark, tag = url.rpartition('#')
    if mark:
        return path, tag
    return url, None


def splitattr(url):
    """(path, list of what stands between semicolons behind it)"""
    words = url.split(';')
    return words[0], words[1:]


def splitvalue(attr):
    """(name, value or None)"""
    name, mark, value = attr.partition('=')
    return name, (value if mark else None)


_localhost = None
_thishost = None


def localhost():
    """The address of this machine for itself."""
    global _localhost
    if _localhost is None:
        import socket
        _localhost = socket.gethostbyname('localhost')
    return _localhost


def thishost():
    """The address of this machine for others."""
    global _thishost
    if _thishost is None:
        import socket
        try:
            _thishost = socket.gethostbyname(socket.gethostname())
        except socket.gaierror:
            _thishost = socket.gethostbyname('localhost')
    return _thishost


def getproxies_environment():
    """The proxies that the environment names: scheme -> URL."""
    import os
    proxies = {}
    for name, value in os.environ.items():
        name = name.lower()
        if value and name[-6:] == '_proxy':
            proxies[name[:-6]] = value
    # In a CGI program a client's header may have set HTTP_PROXY.
    if 'REQUEST_METHOD' in os.environ:
        proxies.pop('http', None)
    for name, value in os.environ.items():
        if name[-6:] == '_proxy':
            # Lower case counts more.
            name = name.lower()
            if value:
                proxies[name[:-6]] = value
            else:
                proxies.pop(name[:-6], None)
    return proxies


def getproxies():
    return getproxies_environment()


def proxy_bypass_environment(host, proxies=None):
    """True if no proxy is to be used for a host."""
    if proxies is None:
        proxies = getproxies_environment()
    try:
        no_proxy = proxies['no']
    except KeyError:
        return 0
    if no_proxy == '*':
        return 1
    hostonly, port = splitport(host)
    for name in [proxy.strip() for proxy in no_proxy.split(',')]:
        if name:
            name = name.lstrip('.')
            name = re.escape(name)
            pattern = r'(.+\.)?%s$' % name
            if re.match(pattern, hostonly, re.I) or \
                    re.match(pattern, host, re.I):
                return 1
    return 0


def proxy_bypass(host, proxies=None):
    return proxy_bypass_environment(host, proxies)


def _take_openers():
    """Takes the openers of module _urlopener: it is there if the program
    uses one of them, or has their names at hand in another way."""
    find = __import__
    try:
        module = find('_url' 'opener')
    except ImportError:
        return
    for name in module.__all__:
        globals()[name] = getattr(module, name)
    __all__.extend(('urlopen', 'URLopener', 'FancyURLopener', 'urlretrieve',
                    'urlcleanup', 'ftperrors'))


_take_openers()
