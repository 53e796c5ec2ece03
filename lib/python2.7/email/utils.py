"""Addresses, dates and parameters of headers."""
import base64
import os
import random
import re
import socket
import time
import urllib

from email._parseaddr import quote
from email._parseaddr import AddressList as _AddressList
from email._parseaddr import mktime_tz
from email._parseaddr import parsedate as _parsedate
from email._parseaddr import parsedate_tz as _parsedate_tz
from quopri import decodestring as _qdecode
from email.encoders import _bencode, _qencode

__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231',
           'encode_rfc2231', 'formataddr', 'formatdate', 'getaddresses',
           'make_msgid', 'mktime_tz', 'parseaddr', 'parsedate',
           'parsedate_tz', 'unquote']

COMMASPACE = ', '
EMPTYSTRING = ''
UEMPTYSTRING = u''
CRLF = '\r\n'
TICK = "'"

specialsre = re.compile(r'[][\\()<>@,:;".]')
escapesre = re.compile(r'[][\\()"]')
ecre = re.compile(r'=\?(?P<charset>[^?]*?)\?(?P<encoding>[qb])\?'
                  r'(?P<atom>.*?)\?=', re.IGNORECASE)
rfc2231_continuation = re.compile(
    r'^(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$')

_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
           'Oct', 'Nov', 'Dec')


def _identity(s):
    return s


def _bdecode(s):
    return base64.decodestring(s) if s else s


def fix_eols(s):
    """All line ends as CRLF."""
    return re.sub(r'\r\n|\r|\n', CRLF, s)


def formataddr(pair):
    """A (name, address) pair as headers have it."""
    name, address = pair
    if not name:
        return address
    mark = '"' if specialsre.search(name) else ''
    return '%s%s%s <%s>' % (mark, escapesre.sub(r'\\\g<0>', name), mark,
                            address)


def getaddresses(fieldvalues):
    """The (name, address) pairs in a list of headers."""
    return _AddressList(COMMASPACE.join(fieldvalues)).addresslist


def parseaddr(addr):
    """The (name, address) in a header; ('', '') if there is none."""
    found = _AddressList(addr).addresslist
    return found[0] if found else ('', '')


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time (now by default) as headers have it.  localtime: in the local
    time zone; usegmt: with GMT for -0000."""
    if timeval is None:
        timeval = time.time()
    if localtime:
        t = time.localtime(timeval)
        offset = time.altzone if time.daylight and t[-1] else time.timezone
        hours, seconds = divmod(abs(offset), 3600)
        zone = '%s%02d%02d' % ('-' if offset > 0 else '+', hours,
                               seconds // 60)
    else:
        t = time.gmtime(timeval)
        zone = 'GMT' if usegmt else '-0000'
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (
        _DAYS[t[6]], t[2], _MONTHS[t[1] - 1], t[0], t[3], t[4], t[5], zone)


def make_msgid(idstring=None):
    """A new Message-ID; idstring makes it more unique."""
    extra = '' if idstring is None else '.' + idstring
    return '<%d.%d.%d%s@%s>' % (int(time.time() * 100), os.getpid(),
                                random.getrandbits(64), extra,
                                socket.getfqdn())


def parsedate(data):
    """A date as a tuple for time.mktime(), or None."""
    return _parsedate(data) if data else None


def parsedate_tz(data):
    """The same with the offset of the time zone in seconds."""
    return _parsedate_tz(data) if data else None


def unquote(str):
    """A str without quotes or angle brackets around it."""
    if len(str) > 1:
        ends = str[0] + str[-1]
        if ends == '""':
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if ends == '<>':
            return str[1:-1]
    return str


# RFC 2231: parameters with a charset and a language, or in pieces.

def decode_rfc2231(s):
    """charset'language'text as a list of three; the first two are None if
    they are missing."""
    parts = s.split(TICK, 2)
    return parts if len(parts) == 3 else (None, None, s)


def encode_rfc2231(s, charset=None, language=None):
    """The text in percent encoding, with charset and language if given."""
    s = urllib.quote(s, safe='')
    if charset is None and language is None:
        return s
    return "%s'%s'%s" % (charset, language or '', s)


def _join_pieces(pieces):
    """A parameter's value from (number, text, is encoded) of its pieces."""
    pieces.sort()
    texts = [urllib.unquote(text) if encoded else text
             for number, text, encoded in pieces]
    value = quote(EMPTYSTRING.join(texts))
    for number, text, encoded in pieces:
        if encoded:
            charset, language, value = decode_rfc2231(value)
            return charset, language, '"%s"' % value
    return '"%s"' % value


def decode_params(params):
    """A list of (name, value) pairs with pieces joined, and values that are
    encoded as (charset, language, text)."""
    result = [params[0]]
    in_pieces = {}
    for name, value in params[1:]:
        value = unquote(value)
        m = rfc2231_continuation.match(name)
        if not m:
            result.append((name, '"%s"' % quote(value)))
            continue
        number = m.group('num')
        if number is not None:
            number = int(number)
        in_pieces.setdefault(m.group('name'), []).append(
            (number, value, name.endswith('*')))
    for name, pieces in in_pieces.items():
        result.append((name, _join_pieces(pieces)))
    return result


def collapse_rfc2231_value(value, errors='replace',
                           fallback_charset='us-ascii'):
    """A value of decode_params() as one text."""
    if not isinstance(value, tuple):
        return unquote(value)
    text = unquote(value[2])
    try:
        return unicode(text, value[0] or 'us-ascii', errors)
    except LookupError:
        return unicode(text, fallback_charset, errors)
