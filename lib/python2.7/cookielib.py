"""Cookies of HTTP for clients: kept, sent back, saved to files.

Netscape's protocol as browsers have it, and RFC 2965.  A CookieJar asks its
policy which cookies may be set and which are to be returned."""

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy',
           'FileCookieJar', 'LWPCookieJar', 'lwp_cookie_str', 'LoadError',
           'MozillaCookieJar']

import copy
import re
import time
import urllib
import urlparse

from calendar import timegm
from threading import RLock as _RLock
import httplib

debug = False
logger = None


def _debug(*args):
    if not debug:
        return
    global logger
    if not logger:
        import logging
        logger = logging.getLogger("cookielib")
    return logger.debug(*args)


DEFAULT_HTTP_PORT = str(httplib.HTTP_PORT)
MISSING_FILENAME_TEXT = ("a filename was not supplied (nor was the CookieJar "
                         "instance initialised with one)")


def _warn_unhandled_exception():
    # A bug here must not stop a program that only wants its page.
    import StringIO
    import traceback
    import warnings
    f = StringIO.StringIO()
    traceback.print_exc(None, f)
    warnings.warn("cookielib bug!\n%s" % f.getvalue(), stacklevel=2)


# --- times ---------------------------------------------------------------

EPOCH_YEAR = 1970
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct",
          "Nov", "Dec"]
MONTHS_LOWER = [month.lower() for month in MONTHS]


def _timegm(tt):
    """Seconds since the epoch; None for fields out of range."""
    year, month, mday, hour, min, sec = tt[:6]
    if year >= EPOCH_YEAR and 1 <= month <= 12 and 1 <= mday <= 31 and \
            0 <= hour <= 24 and 0 <= min <= 59 and 0 <= sec <= 61:
        return timegm(tt)
    return None


def time2isoz(t=None):
    """'YYYY-MM-DD hh:mm:ssZ'"""
    if t is None:
        t = time.time()
    return "%04d-%02d-%02d %02d:%02d:%02dZ" % time.gmtime(t)[:6]


def time2netscape(t=None):
    """'Wed, DD-Mon-YYYY HH:MM:SS GMT'"""
    if t is None:
        t = time.time()
    year, mon, mday, hour, min, sec, wday = time.gmtime(t)[:7]
    return "%s, %02d-%s-%04d %02d:%02d:%02d GMT" % (
        DAYS[wday], mday, MONTHS[mon - 1], year, hour, min, sec)


UTC_ZONES = {"GMT": None, "UTC": None, "UT": None, "Z": None}
TIMEZONE_RE = re.compile(r"^([-+])?(\d\d?):?(\d\d)?$")


def offset_from_tz_string(tz):
    """Seconds east of Greenwich; None: not understood."""
    if tz in UTC_ZONES:
        return 0
    m = TIMEZONE_RE.search(tz)
    if not m:
        return None
    offset = 3600 * int(m.group(2))
    if m.group(3):
        offset = offset + 60 * int(m.group(3))
    return -offset if m.group(1) == '-' else offset


def _full_year(yr):
    """A year of two digits is the one nearest to now."""
    if yr >= 1000:
        return yr
    now = time.localtime(time.time())[0]
    low = now % 100
    far = yr
    yr = yr + now - low
    low = low - far
    if abs(low) > 50:
        yr = yr + 100 if low > 0 else yr - 100
    return yr


def _str2time(day, mon, yr, hr, min, sec, tz):
    try:
        mon = MONTHS_LOWER.index(mon.lower()) + 1
    except ValueError:
        try:
            mon = int(mon)
        except ValueError:
            return None
        if not 1 <= mon <= 12:
            return None
    fields = (_full_year(int(yr)), mon, int(day), int(hr or 0), int(min or 0),
              int(sec or 0))
    t = _timegm(fields + (tz,))
    if t is not None:
        # Without a zone it is Greenwich's time.
        offset = offset_from_tz_string((tz or "UTC").upper())
        if offset is None:
            return None
        t = t - offset
    return t


STRICT_DATE_RE = re.compile(
    r"^[SMTWF][a-z][a-z], (\d\d) ([JFMASOND][a-z][a-z]) "
    r"(\d\d\d\d) (\d\d):(\d\d):(\d\d) GMT$")
WEEKDAY_RE = re.compile(
    r"^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?\s*", re.I)
LOOSE_HTTP_DATE_RE = re.compile(
    r"""^
    (\d\d?)             # day
       (?:\s+|[-\/])
    (\w+)               # month
        (?:\s+|[-\/])
    (\d+)               # year
    (?:
          (?:\s+|:)
       (\d\d?):(\d\d)   # hour, minute
       (?::(\d\d))?     # second
    )?
       \s*
    (?:
       ([-+]?\d{2,4}|(?![APap][Mm]\b)[A-Za-z]+)  # zone
       \s*
    )?
    (?:
       \(\w+\)          # its name
       \s*
    )?$""", re.X)


def http2time(text):
    """Seconds since the epoch of a date as HTTP servers write it, or None."""
    m = STRICT_DATE_RE.search(text)
    if m:
        g = m.groups()
        mon = MONTHS_LOWER.index(g[1].lower()) + 1
        tt = (int(g[2]), mon, int(g[0]), int(g[3]), int(g[4]), float(g[5]))
        return _timegm(tt)
    text = WEEKDAY_RE.sub("", text.lstrip(), 1)
    m = LOOSE_HTTP_DATE_RE.search(text)
    if m is None:
        return None
    return _str2time(*m.groups())


ISO_DATE_RE = re.compile(
    r"""^
    (\d{4})              # year
       [-\/]?
    (\d\d?)              # month
       [-\/]?
    (\d\d?)              # day
   (?:
         (?:\s+|[-:Tt])
      (\d\d?):?(\d\d)    # hour, minute
      (?::?(\d\d(?:\.\d*)?))?  # second
   )?
      \s*
   (?:
      ([-+]?\d\d?:?(:?\d\d)?
       |Z|z)             # zone
      \s*
   )?$""", re.X)


def iso2time(text):
    """The same for dates in the order of ISO 8601."""
    m = ISO_DATE_RE.search(text.lstrip())
    if m is None:
        return None
    yr, mon, day, hr, min, sec, tz, _ = m.groups()
    return _str2time(day, mon, yr, hr, min, sec, tz)


# --- headers -------------------------------------------------------------

def unmatched(match):
    """The text around a match."""
    start, end = match.span(0)
    return match.string[:start] + match.string[end:]


HEADER_TOKEN_RE = re.compile(r"^\s*([^=\s;,]+)")
HEADER_QUOTED_VALUE_RE = re.compile(r"^\s*=\s*\"([^\"\\]*(?:\\.[^\"\\]*)*)\"")
HEADER_VALUE_RE = re.compile(r"^\s*=\s*([^\s;,]*)")
HEADER_ESCAPE_RE = re.compile(r"\\(.)")


def split_header_words(header_values):
    """Lists of (name, value) of headers: one for each part between commas."""
    assert not isinstance(header_values, basestring)
    result = []
    for text in header_values:
        orig_text = text
        pairs = []
        while text:
            m = HEADER_TOKEN_RE.search(text)
            if m:
                text = unmatched(m)
                name = m.group(1)
                m = HEADER_QUOTED_VALUE_RE.search(text)
                if m:
                    text = unmatched(m)
                    value = HEADER_ESCAPE_RE.sub(r"\1", m.group(1))
                else:
                    m = HEADER_VALUE_RE.search(text)
                    if m:
                        text = unmatched(m)
                        value = m.group(1).rstrip()
                    else:
                        value = None
                pairs.append((name, value))
            elif text.lstrip().startswith(","):
                text = text.lstrip()[1:]
                if pairs:
                    result.append(pairs)
                pairs = []
            else:
                # Something that cannot be understood is left out.
                non_junk, nr_junk_chars = re.subn(r"^[=\s;]*", "", text)
                assert nr_junk_chars > 0, (
                    "split_header_words bug: '%s', '%s', %s" %
                    (orig_text, text, pairs))
                text = non_junk
        if pairs:
            result.append(pairs)
    return result


HEADER_JOIN_ESCAPE_RE = re.compile(r"([\"\\])")


def join_header_words(lists):
    """The other way round."""
    headers = []
    for pairs in lists:
        attr = []
        for k, v in pairs:
            if v is not None:
                if not re.search(r"^\w+$", v):
                    v = '"%s"' % HEADER_JOIN_ESCAPE_RE.sub(r"\\\1", v)
                k = "%s=%s" % (k, v)
            attr.append(k)
        if attr:
            headers.append("; ".join(attr))
    return ", ".join(headers)


def strip_quotes(text):
    if text.startswith('"'):
        text = text[1:]
    if text.endswith('"'):
        text = text[:-1]
    return text


_NS_ATTRIBUTES = ("expires", "domain", "path", "secure", "version", "port",
                  "max-age")


def parse_ns_headers(ns_headers):
    """The same as split_header_words for Set-Cookie: no quoting, and dates
    have commas."""
    result = []
    for ns_header in ns_headers:
        pairs = []
        version_set = False
        params = re.split(r";\s*", ns_header)
        for i in range(len(params)):
            param = params[i].rstrip()
            if param == "":
                if i == 0:
                    # No name: no cookie.
                    break
                continue
            if "=" not in param:
                k, v = param, None
            else:
                k, v = re.split(r"\s*=\s*", param, 1)
                k = k.lstrip()
            if i != 0:
                lc = k.lower()
                if lc in _NS_ATTRIBUTES:
                    k = lc
                if k == "version":
                    v = strip_quotes(v) if v is not None else v
                    version_set = True
                elif k == "expires":
                    if v is not None:
                        v = http2time(strip_quotes(v))
            pairs.append((k, v))
        if pairs:
            if not version_set:
                pairs.append(("version", "0"))
            result.append(pairs)
    return result


# --- hosts, paths, ports -------------------------------------------------

IPV4_RE = re.compile(r"\.\d+$")


def is_HDN(text):
    """Whether this is a host's name, not an address."""
    return not (IPV4_RE.search(text) or text == "" or text[0] == "." or
                text[-1] == ".")


def domain_match(A, B):
    """Whether host A belongs to domain B, as RFC 2965 says."""
    A = A.lower()
    B = B.lower()
    if A == B:
        return True
    if not is_HDN(A):
        return False
    i = A.rfind(B)
    if i == -1 or i == 0:
        # i == 0: B is a start of A.
        return False
    if not B.startswith("."):
        return False
    return is_HDN(B[1:])


def liberal_is_HDN(text):
    return not IPV4_RE.search(text)


def user_domain_match(A, B):
    """The same for the lists of a policy: any suffix that begins with a
    dot."""
    A = A.lower()
    B = B.lower()
    if not (liberal_is_HDN(A) and liberal_is_HDN(B)):
        return A == B
    if B.startswith("."):
        return A.endswith(B)
    return A == B


cut_port_re = re.compile(r":\d+$")


def request_host(request):
    """The host that a request goes to, without port, in lower case."""
    host = urlparse.urlparse(request.get_full_url())[1]
    if host == "":
        host = request.get_header("Host", "")
    return cut_port_re.sub("", host, 1).lower()


def eff_request_host(request):
    """(host, host with .local where it has no dot)"""
    erhn = req_host = request_host(request)
    if req_host.find(".") == -1 and not IPV4_RE.search(req_host):
        erhn = req_host + ".local"
    return req_host, erhn


def request_path(request):
    """The path of a request, absolute."""
    path = escape_path(urlparse.urlsplit(request.get_full_url()).path)
    if not path.startswith("/"):
        path = "/" + path
    return path


def request_port(request):
    host = request.get_host()
    i = host.find(':')
    if i < 0:
        return DEFAULT_HTTP_PORT
    port = host[i + 1:]
    try:
        int(port)
    except ValueError:
        _debug("nonnumeric port: '%s'", port)
        return None
    return port


HTTP_PATH_SAFE = "%/;:@&=+$,!~*'()"
ESCAPED_CHAR_RE = re.compile(r"%([0-9a-fA-F][0-9a-fA-F])")


def uppercase_escaped_char(match):
    return "%%%s" % match.group(1).upper()


def escape_path(path):
    """A path with everything escaped that needs it."""
    if isinstance(path, unicode):
        path = path.encode("utf-8")
    path = urllib.quote(path, HTTP_PATH_SAFE)
    return ESCAPED_CHAR_RE.sub(uppercase_escaped_char, path)


def reach(h):
    """The domain that a host may set cookies for: .B of A.B."""
    i = h.find(".")
    if i >= 0:
        b = h[i + 1:]
        i = b.find(".")
        if is_HDN(h) and (i >= 0 or b == "local"):
            return "." + b
    return h


def is_third_party(request):
    """Whether the request leaves the reach of where its origin is."""
    return not domain_match(request_host(request),
                            reach(request.get_origin_req_host()))


class Cookie:
    """A cookie; `*_specified` tell what the server said itself."""

    def __init__(self, version, name, value, port, port_specified, domain,
                 domain_specified, domain_initial_dot, path, path_specified,
                 secure, expires, discard, comment, comment_url, rest,
                 rfc2109=False):
        if version is not None:
            version = int(version)
        if expires is not None:
            expires = int(expires)
        if port is None and port_specified is True:
            raise ValueError("if port is None, port_specified must be false")
        self.version = version
        self.name = name
        self.value = value
        self.port = port
        self.port_specified = port_specified
        # Domains are compared without case.
        self.domain = domain.lower()
        self.domain_specified = domain_specified
        self.domain_initial_dot = domain_initial_dot
        self.path = path
        self.path_specified = path_specified
        self.secure = secure
        self.expires = expires
        self.discard = discard
        self.comment = comment
        self.comment_url = comment_url
        self.rfc2109 = rfc2109
        self._rest = copy.copy(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        if now is None:
            now = time.time()
        return self.expires is not None and self.expires <= now

    def __str__(self):
        p = "" if self.port is None else ":" + self.port
        limit = self.domain + p + self.path
        if self.value is not None:
            namevalue = "%s=%s" % (self.name, self.value)
        else:
            namevalue = self.name
        return "<Cookie %s for %s>" % (namevalue, limit)

    def __repr__(self):
        args = ["%s=%s" % (name, repr(getattr(self, name)))
                for name in ("version", "name", "value", "port",
                             "port_specified", "domain", "domain_specified",
                             "domain_initial_dot", "path", "path_specified",
                             "secure", "expires", "discard", "comment",
                             "comment_url")]
        args.append("rest=%s" % repr(self._rest))
        args.append("rfc2109=%s" % repr(self.rfc2109))
        return "Cookie(%s)" % ", ".join(args)


class CookiePolicy:
    """Which cookies to take and which to return."""

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        """False if no cookie of a domain is to be returned: saves work."""
        return True

    def path_return_ok(self, path, request):
        return True


class DefaultCookiePolicy(CookiePolicy):
    """The rules of the protocols, with switches to be stricter."""

    DomainStrictNoDots = 1
    DomainStrictNonDomain = 2
    DomainRFC2965Match = 4

    DomainLiberal = 0
    DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

    def __init__(self, blocked_domains=None, allowed_domains=None,
                 netscape=True, rfc2965=False, rfc2109_as_netscape=None,
                 hide_cookie2=False, strict_domain=False,
                 strict_rfc2965_unverifiable=True,
                 strict_ns_unverifiable=False,
                 strict_ns_domain=DomainLiberal,
                 strict_ns_set_initial_dollar=False,
                 strict_ns_set_path=False):
        self.netscape = netscape
        self.rfc2965 = rfc2965
        self.rfc2109_as_netscape = rfc2109_as_netscape
        self.hide_cookie2 = hide_cookie2
        self.strict_domain = strict_domain
        self.strict_rfc2965_unverifiable = strict_rfc2965_unverifiable
        self.strict_ns_unverifiable = strict_ns_unverifiable
        self.strict_ns_domain = strict_ns_domain
        self.strict_ns_set_initial_dollar = strict_ns_set_initial_dollar
        self.strict_ns_set_path = strict_ns_set_path
        if blocked_domains is not None:
            self._blocked_domains = tuple(blocked_domains)
        else:
            self._blocked_domains = ()
        if allowed_domains is not None:
            allowed_domains = tuple(allowed_domains)
        self._allowed_domains = allowed_domains

    def blocked_domains(self):
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        for blocked_domain in self._blocked_domains:
            if user_domain_match(domain, blocked_domain):
                return True
        return False

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        if allowed_domains is not None:
            allowed_domains = tuple(allowed_domains)
        self._allowed_domains = allowed_domains

    def is_not_allowed(self, domain):
        if self._allowed_domains is None:
            return False
        for allowed_domain in self._allowed_domains:
            if user_domain_match(domain, allowed_domain):
                return False
        return True

    # Setting.

    def set_ok(self, cookie, request):
        _debug(" - checking cookie %s=%s", cookie.name, cookie.value)
        assert cookie.name is not None
        for n in "version", "verifiability", "name", "path", "domain", "port":
            if not getattr(self, "set_ok_" + n)(cookie, request):
                return False
        return True

    def _version_ok(self, cookie):
        if cookie.version > 0 and not self.rfc2965:
            _debug("   RFC 2965 cookies are switched off")
            return False
        if cookie.version == 0 and not self.netscape:
            _debug("   Netscape cookies are switched off")
            return False
        return True

    def set_ok_version(self, cookie, request):
        if cookie.version is None:
            # Version is always there for a cookie of Netscape's.
            _debug("   Set-Cookie2 without version attribute (%s=%s)",
                   cookie.name, cookie.value)
            return False
        return self._version_ok(cookie)

    def _verifiability_ok(self, cookie, request):
        if request.is_unverifiable() and is_third_party(request):
            if cookie.version > 0 and self.strict_rfc2965_unverifiable:
                _debug("   third-party RFC 2965 cookie during unverifiable "
                       "transaction")
                return False
            if cookie.version == 0 and self.strict_ns_unverifiable:
                _debug("   third-party Netscape cookie during unverifiable "
                       "transaction")
                return False
        return True

    def set_ok_verifiability(self, cookie, request):
        return self._verifiability_ok(cookie, request)

    def set_ok_name(self, cookie, request):
        if cookie.version == 0 and self.strict_ns_set_initial_dollar and \
                cookie.name.startswith("$"):
            _debug("   illegal name (starts with '$'): '%s'", cookie.name)
            return False
        return True

    def set_ok_path(self, cookie, request):
        if cookie.path_specified:
            req_path = request_path(request)
            if (cookie.version > 0 or
                    cookie.version == 0 and self.strict_ns_set_path) and \
                    not self.path_return_ok(cookie.path, request):
                _debug("   path attribute %s is not a prefix of request "
                       "path %s", cookie.path, req_path)
                return False
        return True

    def set_ok_domain(self, cookie, request):
        if self.is_blocked(cookie.domain):
            _debug("   domain %s is in user block-list", cookie.domain)
            return False
        if self.is_not_allowed(cookie.domain):
            _debug("   domain %s is not in user allow-list", cookie.domain)
            return False
        if not cookie.domain_specified:
            return True
        req_host, erhn = eff_request_host(request)
        domain = cookie.domain
        if self.strict_domain and domain.count(".") >= 2:
            # Registries like co.uk.
            i = domain.rfind(".")
            j = domain.rfind(".", 0, i)
            if j == 0:
                tld = domain[i + 1:]
                sld = domain[j + 1:i]
                if sld.lower() in ("co", "ac", "com", "edu", "org", "net",
                                   "gov", "mil", "int", "aero", "biz", "cat",
                                   "coop", "info", "jobs", "mobi", "museum",
                                   "name", "pro", "travel", "eu") and \
                        len(tld) == 2:
                    _debug("   country-code second level domain %s", domain)
                    return False
        if domain.startswith("."):
            undotted_domain = domain[1:]
        else:
            undotted_domain = domain
        if undotted_domain.find(".") < 0 and undotted_domain != "local":
            _debug("   non-local domain %s contains no embedded dot", domain)
            return False
        if cookie.version == 0:
            if not erhn.endswith(domain) and \
                    not erhn.startswith(".") and \
                    not ("." + erhn).endswith(domain):
                _debug("   effective request-host %s (even with added initial "
                       "dot) does not end with %s", erhn, domain)
                return False
        if cookie.version > 0 or \
                self.strict_ns_domain & self.DomainRFC2965Match:
            if not domain_match(erhn, domain):
                _debug("   effective request-host %s does not domain-match %s",
                       erhn, domain)
                return False
        if cookie.version > 0 or \
                self.strict_ns_domain & self.DomainStrictNoDots:
            host_prefix = req_host[:-len(domain)]
            if host_prefix.find(".") >= 0 and not IPV4_RE.search(req_host):
                _debug("   host prefix %s for domain %s contains a dot",
                       host_prefix, domain)
                return False
        return True

    def set_ok_port(self, cookie, request):
        if not cookie.port_specified:
            return True
        req_port = request_port(request)
        if req_port is None:
            req_port = "80"
        else:
            req_port = str(req_port)
        for p in cookie.port.split(","):
            try:
                int(p)
            except ValueError:
                _debug("   bad port %s (not numeric)", p)
                return False
            if p == req_port:
                return True
        _debug("   request port (%s) not found in %s", req_port, cookie.port)
        return False

    # Returning.

    def return_ok(self, cookie, request):
        _debug(" - checking cookie %s=%s", cookie.name, cookie.value)
        for n in ("version", "verifiability", "secure", "expires", "port",
                  "domain"):
            if not getattr(self, "return_ok_" + n)(cookie, request):
                return False
        return True

    def return_ok_version(self, cookie, request):
        return self._version_ok(cookie)

    def return_ok_verifiability(self, cookie, request):
        return self._verifiability_ok(cookie, request)

    def return_ok_secure(self, cookie, request):
        if cookie.secure and request.get_type() != "https":
            _debug("   secure cookie with non-secure request")
            return False
        return True

    def return_ok_expires(self, cookie, request):
        if cookie.is_expired(self._now):
            _debug("   cookie expired")
            return False
        return True

    def return_ok_port(self, cookie, request):
        if cookie.port:
            req_port = request_port(request)
            if req_port is None:
                req_port = "80"
            if req_port not in cookie.port.split(","):
                _debug("   request port %s does not match cookie port %s",
                       req_port, cookie.port)
                return False
        return True

    def return_ok_domain(self, cookie, request):
        req_host, erhn = eff_request_host(request)
        domain = cookie.domain
        dotted = domain if not domain or domain.startswith(".") \
            else "." + domain
        if cookie.version == 0 and \
                self.strict_ns_domain & self.DomainStrictNonDomain and \
                not cookie.domain_specified and domain != erhn:
            _debug("   cookie with unspecified domain does not string-compare "
                   "equal to request domain")
            return False
        if cookie.version > 0 and not domain_match(erhn, domain):
            _debug("   effective request-host name %s does not domain-match "
                   "RFC 2965 cookie domain %s", erhn, domain)
            return False
        if cookie.version == 0 and not ("." + erhn).endswith(dotted):
            _debug("   request-host %s does not match Netscape cookie domain "
                   "%s", req_host, domain)
            return False
        return True

    def domain_return_ok(self, domain, request):
        req_host, erhn = eff_request_host(request)
        dotted_req_host = req_host if req_host.startswith(".") \
            else "." + req_host
        dotted_erhn = erhn if erhn.startswith(".") else "." + erhn
        dotted = domain if not domain or domain.startswith(".") \
            else "." + domain
        if not (dotted_req_host.endswith(dotted) or
                dotted_erhn.endswith(dotted)):
            return False
        if self.is_blocked(domain):
            _debug("   domain %s is in user block-list", domain)
            return False
        if self.is_not_allowed(domain):
            _debug("   domain %s is not in user allow-list", domain)
            return False
        return True

    def path_return_ok(self, path, request):
        _debug("- checking cookie path=%s", path)
        req_path = request_path(request)
        n = len(path)
        if req_path == path:
            return True
        if req_path.startswith(path) and \
                (path.endswith("/") or req_path[n:n + 1] == "/"):
            return True
        _debug("  %s does not path-match %s", req_path, path)
        return False


def vals_sorted_by_key(adict):
    return [adict[key] for key in sorted(adict)]


def deepvalues(mapping):
    """The values of nested dicts."""
    for obj in vals_sorted_by_key(mapping):
        if hasattr(obj, 'items'):
            for subobj in deepvalues(obj):
                yield subobj
        else:
            yield obj


class Absent:
    """Stands for an attribute that is not there, where None is a value."""


class CookieJar:
    """Cookies by domain, path and name."""

    non_word_re = re.compile(r"\W")
    quote_re = re.compile(r"([\"\\])")
    strict_domain_re = re.compile(r"\.?[^.]*")
    domain_re = re.compile(r"[^.]*")
    dots_re = re.compile(r"^\.+")

    magic_re = r"^\#LWP-Cookies-(\d+\.\d+)"

    def __init__(self, policy=None):
        if policy is None:
            policy = DefaultCookiePolicy()
        self._policy = policy
        self._cookies_lock = _RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def _cookies_for_domain(self, domain, request):
        cookies = []
        if not self._policy.domain_return_ok(domain, request):
            return []
        _debug("Checking %s for cookies to return", domain)
        cookies_by_path = self._cookies[domain]
        for path in cookies_by_path.keys():
            if not self._policy.path_return_ok(path, request):
                continue
            for cookie in cookies_by_path[path].values():
                if not self._policy.return_ok(cookie, request):
                    _debug("   not returning cookie")
                    continue
                _debug("   it's a match")
                cookies.append(cookie)
        return cookies

    def _cookies_for_request(self, request):
        cookies = []
        for domain in self._cookies.keys():
            cookies.extend(self._cookies_for_domain(domain, request))
        return cookies

    def _cookie_attrs(self, cookies):
        """The parts of a Cookie: header."""
        # More exact paths come first.
        cookies.sort(key=lambda arg: len(arg.path), reverse=True)
        version_set = False
        attrs = []
        for cookie in cookies:
            version = cookie.version
            if not version_set:
                version_set = True
                if version > 0:
                    attrs.append("$Version=%s" % version)
            if cookie.value is not None and version > 0 and \
                    self.non_word_re.search(cookie.value):
                value = self.quote_re.sub(r"\\\1", cookie.value)
            else:
                value = cookie.value
            if cookie.value is None:
                attrs.append(cookie.name)
            else:
                attrs.append("%s=%s" % (cookie.name, value))
            if version > 0:
                if cookie.path_specified:
                    attrs.append('$Path="%s"' % cookie.path)
                if cookie.domain.startswith("."):
                    domain = cookie.domain
                    if not cookie.domain_initial_dot and \
                            domain.startswith("."):
                        domain = domain[1:]
                    attrs.append('$Domain="%s"' % domain)
                if cookie.port is not None:
                    p = "$Port"
                    if cookie.port_specified:
                        p = p + '="%s"' % cookie.port
                    attrs.append(p)
        return attrs

    def add_cookie_header(self, request):
        """Gives a request of urllib2 its Cookie: header."""
        _debug("add_cookie_header")
        self._cookies_lock.acquire()
        try:
            self._policy._now = self._now = int(time.time())
            cookies = self._cookies_for_request(request)
            attrs = self._cookie_attrs(cookies)
            if attrs and not request.has_header("Cookie"):
                request.add_unredirected_header("Cookie", "; ".join(attrs))
            # Tells that we know the newer protocol.
            if self._policy.rfc2965 and not self._policy.hide_cookie2 and \
                    not request.has_header("Cookie2"):
                for cookie in cookies:
                    if cookie.version != 1:
                        request.add_unredirected_header("Cookie2",
                                                        '$Version="1"')
                        break
        finally:
            self._cookies_lock.release()
        self.clear_expired_cookies()

    # --- cookies of a response

    _boolean_attrs = ("discard", "secure")
    _value_attrs = ("version", "expires", "max-age", "domain", "path", "port",
                    "comment", "commenturl")

    def _normalized_cookie_tuples(self, attrs_set):
        """(name, value, known attributes, others) of each cookie."""
        return [found for found in map(self._normalized, attrs_set) if found]

    def _normalized(self, cookie_attrs):
        name, value = cookie_attrs[0]
        max_age_set = False
        bad_cookie = False
        standard = {}
        rest = {}
        for k, v in cookie_attrs[1:]:
            lc = k.lower()
            if lc in self._value_attrs or lc in self._boolean_attrs:
                k = lc
            if k in self._boolean_attrs and v is None:
                v = True
            if k in standard:
                # The first counts.
                continue
            if k == "domain":
                if v is None:
                    _debug("   missing value for domain attribute")
                    bad_cookie = True
                    break
                v = v.lower()
            if k == "expires":
                if max_age_set:
                    continue
                if v is None:
                    _debug("   missing or invalid value for expires "
                           "attribute: treating as session cookie")
                    continue
            if k == "max-age":
                max_age_set = True
                try:
                    v = int(v)
                except ValueError:
                    _debug("   missing or invalid (non-numeric) value for "
                           "max-age attribute")
                    bad_cookie = True
                    break
                k = "expires"
                v = self._now + v
            if k in self._value_attrs or k in self._boolean_attrs:
                if v is None and k not in ("port", "comment", "commenturl"):
                    _debug("   missing value for %s attribute" % k)
                    bad_cookie = True
                    break
                standard[k] = v
            else:
                rest[k] = v
        if bad_cookie:
            return None
        return name, value, standard, rest

    def _cookie_from_cookie_tuple(self, tup, request):
        """A Cookie; None: it is to be left out."""
        name, value, standard, rest = tup
        domain = standard.get("domain", Absent)
        path = standard.get("path", Absent)
        port = standard.get("port", Absent)
        expires = standard.get("expires", Absent)
        version = standard.get("version", None)
        if version is not None:
            try:
                version = int(version)
            except ValueError:
                return None
        secure = standard.get("secure", False)
        discard = standard.get("discard", False)
        comment = standard.get("comment", None)
        comment_url = standard.get("commenturl", None)
        if path is not Absent and path != "":
            path_specified = True
            path = escape_path(path)
        else:
            path_specified = False
            path = request_path(request)
            i = path.rfind("/")
            if i != -1:
                if version == 0:
                    # Netscape's path has no slash at its end.
                    path = path[:i]
                else:
                    path = path[:i + 1]
            if len(path) == 0:
                path = "/"
        domain_specified = domain is not Absent
        domain_initial_dot = False
        if domain_specified:
            domain_initial_dot = bool(domain.startswith("."))
        if domain is Absent:
            domain = eff_request_host(request)[1]
        elif not domain.startswith("."):
            domain = "." + domain
        port_specified = False
        if port is not Absent:
            if port is None:
                # Only the port that we came to.
                port = request_port(request)
            else:
                port_specified = True
                port = re.sub(r"\s+", "", port)
        else:
            port = None
        if expires is Absent:
            expires = None
            discard = True
        elif expires <= self._now:
            # A time that has passed deletes the cookie.
            try:
                self.clear(domain, path, name)
            except KeyError:
                pass
            _debug("Expiring cookie, domain='%s', path='%s', name='%s'",
                   domain, path, name)
            return None
        return Cookie(version, name, value, port, port_specified, domain,
                      domain_specified, domain_initial_dot, path,
                      path_specified, secure, expires, discard, comment,
                      comment_url, rest)

    def _cookies_from_attrs_set(self, attrs_set, request):
        cookies = []
        for tup in self._normalized_cookie_tuples(attrs_set):
            cookie = self._cookie_from_cookie_tuple(tup, request)
            if cookie:
                cookies.append(cookie)
        return cookies

    def _process_rfc2109_cookies(self, cookies):
        rfc2109_as_ns = getattr(self._policy, 'rfc2109_as_netscape', None)
        if rfc2109_as_ns is None:
            rfc2109_as_ns = not self._policy.rfc2965
        for cookie in cookies:
            if cookie.version == 1:
                cookie.rfc2109 = True
                if rfc2109_as_ns:
                    cookie.version = 0

    def make_cookies(self, response, request):
        """The cookies that a response sets."""
        headers = response.info()
        rfc2965_hdrs = headers.getheaders("Set-Cookie2")
        ns_hdrs = headers.getheaders("Set-Cookie")
        self._policy._now = self._now = int(time.time())
        rfc2965 = self._policy.rfc2965
        netscape = self._policy.netscape
        if not rfc2965_hdrs and not ns_hdrs or \
                not ns_hdrs and not rfc2965 or \
                not rfc2965_hdrs and not netscape or \
                not netscape and not rfc2965:
            return []
        try:
            cookies = self._cookies_from_attrs_set(
                split_header_words(rfc2965_hdrs), request)
        except Exception:
            _warn_unhandled_exception()
            cookies = []
        if ns_hdrs and netscape:
            try:
                ns_cookies = self._cookies_from_attrs_set(
                    parse_ns_headers(ns_hdrs), request)
            except Exception:
                _warn_unhandled_exception()
                ns_cookies = []
            self._process_rfc2109_cookies(ns_cookies)
            # One of the newer protocol wins over its twin.
            if rfc2965:
                known = dict([((c.domain, c.path, c.name), None)
                              for c in cookies])
                ns_cookies = [c for c in ns_cookies
                              if (c.domain, c.path, c.name) not in known]
            if ns_cookies:
                cookies.extend(ns_cookies)
        return cookies

    def set_cookie_if_ok(self, cookie, request):
        self._cookies_lock.acquire()
        try:
            self._policy._now = self._now = int(time.time())
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)
        finally:
            self._cookies_lock.release()

    def set_cookie(self, cookie):
        """Keeps a cookie, whatever the policy says."""
        self._cookies_lock.acquire()
        try:
            paths = self._cookies.setdefault(cookie.domain, {})
            paths.setdefault(cookie.path, {})[cookie.name] = cookie
        finally:
            self._cookies_lock.release()

    def extract_cookies(self, response, request):
        """Keeps the cookies of a response that the policy allows."""
        _debug("extract_cookies: %s", response.info())
        self._cookies_lock.acquire()
        try:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    _debug(" setting cookie: %s", cookie)
                    self.set_cookie(cookie)
        finally:
            self._cookies_lock.release()

    def clear(self, domain=None, path=None, name=None):
        """Forgets all cookies, those of a domain, of a path in it, or one;
        KeyError if there is none."""
        if name is not None:
            if domain is None or path is None:
                raise ValueError("domain and path must be given to remove a "
                                 "cookie by name")
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError("domain must be given to remove cookies by "
                                 "path")
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def clear_session_cookies(self):
        self._cookies_lock.acquire()
        try:
            for cookie in self:
                if cookie.discard:
                    self.clear(cookie.domain, cookie.path, cookie.name)
        finally:
            self._cookies_lock.release()

    def clear_expired_cookies(self):
        self._cookies_lock.acquire()
        try:
            now = time.time()
            for cookie in self:
                if cookie.is_expired(now):
                    self.clear(cookie.domain, cookie.path, cookie.name)
        finally:
            self._cookies_lock.release()

    def __iter__(self):
        return deepvalues(self._cookies)

    def __len__(self):
        n = 0
        for cookie in self:
            n = n + 1
        return n

    def __repr__(self):
        return "<%s[%s]>" % (self.__class__.__name__,
                             ", ".join([repr(cookie) for cookie in self]))

    def __str__(self):
        return "<%s[%s]>" % (self.__class__.__name__,
                             ", ".join([str(cookie) for cookie in self]))


class LoadError(IOError):
    """A file of cookies cannot be understood."""


class FileCookieJar(CookieJar):
    """A jar that has a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        if filename is not None:
            try:
                filename + ""
            except:
                raise ValueError("filename must be string-like")
        self.filename = filename
        self.delayload = bool(delayload)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        raise NotImplementedError()

    def _name(self, filename):
        if filename is not None:
            return filename
        if self.filename is not None:
            return self.filename
        raise ValueError(MISSING_FILENAME_TEXT)

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        filename = self._name(filename)
        f = open(filename)
        try:
            self._really_load(f, filename, ignore_discard, ignore_expires)
        finally:
            f.close()

    def revert(self, filename=None, ignore_discard=False,
               ignore_expires=False):
        """Loads anew; the cookies stay as they are if that fails."""
        filename = self._name(filename)
        self._cookies_lock.acquire()
        try:
            old_state = copy.deepcopy(self._cookies)
            self._cookies = {}
            try:
                self.load(filename, ignore_discard, ignore_expires)
            except (LoadError, IOError):
                self._cookies = old_state
                raise
        finally:
            self._cookies_lock.release()

    def _to_save(self, ignore_discard, ignore_expires, now):
        return self._wanted(self, ignore_discard, ignore_expires, now)

    def _wanted(self, cookies, ignore_discard, ignore_expires, now):
        for cookie in cookies:
            if (ignore_discard or not cookie.discard) and \
                    (ignore_expires or not cookie.is_expired(now)):
                yield cookie

    def _load_lines(self, f, filename, ignore_discard, ignore_expires):
        """Set the cookies of lines, as _cookies_of() of the format has it."""
        now = time.time()
        try:
            for line in iter(f.readline, ""):
                for cookie in self._wanted(self._cookies_of(line),
                                           ignore_discard, ignore_expires,
                                           now):
                    self.set_cookie(cookie)
        except IOError:
            raise
        except Exception:
            _warn_unhandled_exception()
            raise LoadError("invalid %s file %r: %r" %
                            (self._format, filename, line))


from _LWPCookieJar import LWPCookieJar, lwp_cookie_str
from _MozillaCookieJar import MozillaCookieJar
