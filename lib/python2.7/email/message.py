"""Message: headers and a payload."""
import binascii
import re
import uu
from cStringIO import StringIO

import email.charset
from email import errors
from email import utils

__all__ = ['Message']

SEMISPACE = '; '

# What needs quotes in parameters.
tspecials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')

_missing = object()


def _splitparam(param):
    """What is before and behind the first semicolon."""
    a, sep, b = param.partition(';')
    return a.strip(), b.strip() if sep else None


def _formatparam(param, value=None, quote=True):
    """name=value; a value (charset, language, text) is encoded."""
    if not value:
        return param
    if isinstance(value, tuple):
        param += '*'
        value = utils.encode_rfc2231(value[2], value[0], value[1])
    if quote or tspecials.search(value):
        return '%s="%s"' % (param, utils.quote(value))
    return '%s=%s' % (param, value)


def _parseparam(s):
    """The parameters in ";a=b; c=d", names in lower case."""
    found = []
    while s.startswith(';'):
        s = s[1:]
        end = s.find(';')
        # One within quotes is none.
        while end > 0 and \
                (s.count('"', 0, end) - s.count('\\"', 0, end)) % 2:
            end = s.find(';', end + 1)
        if end < 0:
            end = len(s)
        param = s[:end]
        name, equals, value = param.partition('=')
        if equals:
            param = name.strip().lower() + '=' + value.strip()
        found.append(param.strip())
        s = s[end:]
    return found


def _unquotevalue(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


class Message:
    """A message: a list of headers, whose names are found in any case, and a
    payload: a str, or a list of messages.  unixfrom is the line "From ..."
    of a mailbox; preamble and epilogue are the texts around the parts;
    defects is what the parser did not like."""

    def __init__(self):
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    def __str__(self):
        return self.as_string(unixfrom=True)

    def as_string(self, unixfrom=False):
        """The whole message as text."""
        from email.generator import Generator
        out = StringIO()
        Generator(out).flatten(self, unixfrom=unixfrom)
        return out.getvalue()

    def is_multipart(self):
        """Is the payload a list?"""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    # --- payload ---

    def attach(self, payload):
        """Adds a part."""
        if self._payload is None:
            self._payload = [payload]
        else:
            self._payload.append(payload)

    def get_payload(self, i=None, decode=False):
        """The payload, or its part i; decode: without the transfer encoding,
        None for a multipart."""
        if i is not None and not isinstance(self._payload, list):
            raise TypeError('Expected list, got %s' % type(self._payload))
        payload = self._payload if i is None else self._payload[i]
        if not decode:
            return payload
        if self.is_multipart():
            return None
        encoding = self.get('content-transfer-encoding', '').lower()
        if encoding == 'quoted-printable':
            return utils._qdecode(payload)
        try:
            if encoding == 'base64':
                return utils._bdecode(payload)
            if encoding in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
                out = StringIO()
                uu.decode(StringIO(payload + '\n'), out, quiet=True)
                return out.getvalue()
        except (binascii.Error, uu.Error):
            pass
        return payload

    def set_payload(self, payload, charset=None):
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Sets the payload's character set, a Charset or a name, with the
        headers and the encoding that it needs; None takes it away."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        if isinstance(charset, basestring):
            charset = email.charset.Charset(charset)
        if not isinstance(charset, email.charset.Charset):
            raise TypeError(charset)
        self._charset = charset
        output = charset.get_output_charset()
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' in self:
            self.set_param('charset', output)
        else:
            self.add_header('Content-Type', 'text/plain', charset=output)
        if isinstance(self._payload, unicode):
            self._payload = self._payload.encode(charset.output_charset)
        if str(charset) != output:
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' not in self:
            encoding = charset.get_body_encoding()
            try:
                encoding(self)
            except TypeError:
                self._payload = charset.body_encode(self._payload)
                self.add_header('Content-Transfer-Encoding', encoding)

    def get_charset(self):
        """The payload's Charset, or None."""
        return self._charset

    # --- headers, as a mapping ---

    def __len__(self):
        """The number of headers."""
        return len(self._headers)

    def __getitem__(self, name):
        """The first header of a name; None if there is none."""
        return self.get(name)

    def __setitem__(self, name, val):
        """Adds a header; others of the name stay."""
        self._headers.append((name, val))

    def __delitem__(self, name):
        """Removes all headers of a name."""
        name = name.lower()
        self._headers = [h for h in self._headers if h[0].lower() != name]

    def __contains__(self, name):
        name = name.lower()
        for h in self._headers:
            if h[0].lower() == name:
                return True
        return False

    def has_key(self, name):
        return self.get(name, _missing) is not _missing

    def keys(self):
        return [h[0] for h in self._headers]

    def values(self):
        return [h[1] for h in self._headers]

    def items(self):
        return self._headers[:]

    def get(self, name, failobj=None):
        """The first header of a name, or failobj."""
        name = name.lower()
        for k, v in self._headers:
            if k.lower() == name:
                return v
        return failobj

    # --- headers, more ---

    def get_all(self, name, failobj=None):
        """All headers of a name as a list, or failobj."""
        name = name.lower()
        return [v for k, v in self._headers if k.lower() == name] or failobj

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters; _ in their names means -, None as
        a value that there is only the name."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            name = name.replace('_', '-')
            parts.append(name if value is None else _formatparam(name, value))
        self._headers.append((_name, SEMISPACE.join(parts)))

    def replace_header(self, _name, _value):
        """Changes the first header of a name; KeyError if there is none."""
        _name = _name.lower()
        for i, (k, v) in enumerate(self._headers):
            if k.lower() == _name:
                self._headers[i] = k, _value
                return
        raise KeyError(_name)

    # --- content type ---

    def get_content_type(self):
        """type/subtype in lower case; text/plain if it is nonsense."""
        value = self.get('content-type', _missing)
        if value is _missing:
            return self.get_default_type()
        kind = _splitparam(value)[0].lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        """The type of a message without Content-Type: text/plain, in a
        digest message/rfc822."""
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def set_type(self, type, header='Content-Type', requote=True):
        """Sets type/subtype; the parameters stay."""
        if type.count('/') != 1:
            raise ValueError
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        params = []
        if header in self:
            params = self.get_params(header=header, unquote=requote)
            del self[header]
        self[header] = type
        for name, value in params[1:]:
            self.set_param(name, value, header, requote)

    # --- parameters ---

    def _get_params_preserve(self, failobj, header):
        """Names and values, quoted as they stand."""
        value = self.get(header, _missing)
        if value is _missing:
            return failobj
        params = []
        for p in _parseparam(';' + value):
            name, _, val = p.partition('=')
            params.append((name.strip(), val.strip()))
        return utils.decode_params(params)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """(name, value) pairs; the first is the header's value itself."""
        params = self._get_params_preserve(_missing, header)
        if params is _missing:
            return failobj
        if unquote:
            return [(name, _unquotevalue(value)) for name, value in params]
        return params

    def get_param(self, param, failobj=None, header='content-type',
                  unquote=True):
        """A parameter's value, or failobj: a str, or (charset, language,
        text)."""
        if header not in self:
            return failobj
        param = param.lower()
        for name, value in self._get_params_preserve(failobj, header):
            if name.lower() == param:
                return _unquotevalue(value) if unquote else value
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True,
                  charset=None, language=''):
        """Sets a parameter; charset: it is encoded for that."""
        if charset and not isinstance(value, tuple):
            value = charset, language, value
        old = self.get(header)
        if old is None and header.lower() == 'content-type':
            old = 'text/plain'
        new = _formatparam(param, value, requote)
        if not self.get_param(param, header=header):
            text = SEMISPACE.join([old, new]) if old else new
        else:
            text = self._params_text(header, requote, param.lower(), new)
        if text != self.get(header):
            del self[header]
            self[header] = text

    def _params_text(self, header, requote, param, new):
        """All parameters, with `new` for one of them, which is left out if
        that is None."""
        text = ''
        for name, value in self.get_params(header=header, unquote=requote):
            if name.lower() != param:
                piece = _formatparam(name, value, requote)
            elif new is None:
                continue
            else:
                piece = new
            text = SEMISPACE.join([text, piece]) if text else piece
        return text

    def del_param(self, param, header='content-type', requote=True):
        """Takes a parameter away."""
        if header not in self:
            return
        text = self._params_text(header, requote, param.lower(), None)
        if text != self.get(header):
            del self[header]
            self[header] = text

    def get_filename(self, failobj=None):
        """The file name that the headers suggest."""
        name = self.get_param('filename', _missing, 'content-disposition')
        if name is _missing:
            name = self.get_param('name', _missing, 'content-type')
        if name is _missing:
            return failobj
        return utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What separates the parts."""
        boundary = self.get_param('boundary', _missing)
        if boundary is _missing:
            return failobj
        return utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Sets the boundary where it stands; HeaderParseError if there is
        no Content-Type."""
        params = self._get_params_preserve(_missing, 'content-type')
        if params is _missing:
            raise errors.HeaderParseError('No Content-Type header found')
        quoted = '"%s"' % boundary
        texts = []
        found = False
        for name, value in params:
            if name.lower() == 'boundary':
                found = True
                texts.append('boundary=' + quoted)
            else:
                texts.append(name if value == '' else '%s=%s' % (name, value))
        if not found:
            texts.append('boundary=' + quoted)
        text = SEMISPACE.join(texts)
        self._headers = [
            (h, text if h.lower() == 'content-type' else v)
            for h, v in self._headers]

    def get_content_charset(self, failobj=None):
        """The charset parameter in lower case, or failobj."""
        charset = self.get_param('charset', _missing)
        if charset is _missing:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = unicode(charset[2], charset[0] or 'us-ascii')
                charset = charset.encode('us-ascii')
            except (LookupError, UnicodeError):
                charset = charset[2]
        try:
            if isinstance(charset, str):
                charset = unicode(charset, 'us-ascii')
            return charset.encode('us-ascii').lower()
        except UnicodeError:
            return failobj

    def get_charsets(self, failobj=None):
        """The charsets of the message and all its parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    from email.iterators import walk
