"""Mails to and from MIME: quoted-printable for what is not ASCII."""

import re

import warnings
warnings.warn('the mimify module is deprecated; use the email package instead',
              DeprecationWarning, 2)

__all__ = ['mimify', 'unmimify', 'mime_encode_header', 'mime_decode_header']

MAXLEN = 200
CHARSET = 'ISO-8859-1'
QUOTE = '> '

qp = re.compile('^content-transfer-encoding:\\s*quoted-printable', re.I)
base64_re = re.compile('^content-transfer-encoding:\\s*base64', re.I)
mp = re.compile('^content-type:.*multipart/.*boundary="?([^;"\n]*)',
                re.I | re.S)
chrset = re.compile(
    '^(content-type:.*charset=")(us-ascii|iso-8859-[0-9]+)(".*)', re.I | re.S)
he = re.compile('^-*\n')
mime_code = re.compile('=([0-9a-f][0-9a-f])', re.I)
mime_head = re.compile('=\\?iso-8859-1\\?q\\?([^? \t\n]+)\\?=', re.I)
repl = re.compile('^subject:\\s+re: ', re.I)
mime_char = re.compile('[=\177-\377]')
mime_header_char = re.compile('[=?\177-\377]')
iso_char = re.compile('[\177-\377]')
mime_header = re.compile('([ \t(]|^)([-a-zA-Z0-9_+]*[\177-\377]'
                         '[-a-zA-Z0-9_+\177-\377]*)(?=[ \t)]|\n)')
mv = re.compile('^mime-version:', re.I)
cte = re.compile('^content-transfer-encoding:', re.I)


class File:
    """The lines of a file up to one that begins with a boundary; peek is
    that line."""

    def __init__(self, file, boundary):
        self.file = file
        self.boundary = boundary
        self.peek = None

    def readline(self):
        if self.peek is not None:
            return ''
        line = self.file.readline()
        if line and self.boundary and line in (self.boundary + '\n',
                                               self.boundary + '--\n'):
            self.peek = line
            return ''
        return line


class HeaderFile:
    """Headers with the lines that continue them."""

    def __init__(self, file):
        self.file = file
        self.peek = None

    def readline(self):
        if self.peek is not None:
            line, self.peek = self.peek, None
        else:
            line = self.file.readline()
        if not line or he.match(line):
            return line
        while True:
            self.peek = self.file.readline()
            if not self.peek or self.peek[0] not in ' \t':
                return line
            line, self.peek = line + self.peek, None


def mime_decode(line):
    """Text from quoted-printable."""
    return mime_code.sub(lambda m: chr(int(m.group(1), 16)), line)


def mime_decode_header(line):
    """A header without encoded words."""
    return mime_head.sub(
        lambda m: mime_decode(m.group(1).replace('_', ' ')), line)


def _copy_headers(hfile, ofile, change):
    """Copies headers as change(line) has them; the line behind them."""
    while True:
        line = hfile.readline()
        if not line:
            return line
        line = change(line)
        if line is None:
            continue
        if he.match(line):
            return line
        ofile.write(line)


class _Found:
    """What the headers of a part say."""
    multipart = None
    quoted = base64 = reply = False


def unmimify_part(ifile, ofile, decode_base64=0):
    """Copies a part with its text decoded."""
    found = _Found()
    quoted = ifile.boundary and ifile.boundary[:2] == QUOTE
    prefix = QUOTE if quoted else ''
    hfile = HeaderFile(ifile)
    while True:
        line = hfile.readline()
        if not line:
            return
        if prefix and line[:len(prefix)] == prefix:
            line, pref = line[len(prefix):], prefix
        else:
            pref = ''
        line = mime_decode_header(line)
        if qp.match(line):
            found.quoted = True
            continue
        if decode_base64 and base64_re.match(line):
            found.base64 = True
            continue
        ofile.write(pref + line)
        if not prefix and repl.match(line):
            found.reply = True
        boundary = mp.match(line)
        if boundary:
            found.multipart = '--' + boundary.group(1)
        if he.match(line):
            break
    if found.reply and (found.quoted or found.multipart):
        found.reply = False
    _unmimify_body(ifile, ofile, hfile, prefix, found, decode_base64)


def _unmimify_body(ifile, ofile, hfile, prefix, found, decode_base64):
    peeked = hfile.peek
    while True:
        if peeked:
            line, peeked = peeked, None
        else:
            line = ifile.readline()
        if not line:
            return
        if prefix and line[:len(prefix)] == prefix:
            line, pref = line[len(prefix):], prefix
        else:
            pref = ''
        while found.multipart:
            if line == found.multipart + '--\n':
                ofile.write(pref + line)
                found.multipart = line = None
                break
            if line != found.multipart + '\n':
                break
            ofile.write(pref + line)
            nifile = File(ifile, found.multipart)
            unmimify_part(nifile, ofile, decode_base64)
            line = nifile.peek
            if not line:
                break
        if not line:
            continue
        if line and found.quoted and not pref:
            while line[-2:] == '=\n':
                line = line[:-2]
                newline = ifile.readline()
                if newline[:len(QUOTE)] == QUOTE:
                    newline = newline[len(QUOTE):]
                line += newline
            line = mime_decode(line)
        if line and found.base64 and not pref:
            import base64
            line = base64.decodestring(line)
        if line:
            ofile.write(pref + line)


def _opened(file, mode):
    """A file by its name, or the file; and whether it is ours to close."""
    if type(file) != type(''):
        return file, False
    return open(file, mode), True


def _converted(infile, outfile, convert):
    ifile, ours = _opened(infile, 'r')
    if ours and type(outfile) == type(''):
        import os
        directory, name = os.path.split(infile)
        if os.path.join(*os.path.split(outfile)) == infile:
            os.rename(infile, os.path.join(directory, ',' + name))
    ofile, _ = _opened(outfile, 'w')
    nifile = File(ifile, None)
    convert(nifile, ofile)
    ofile.flush()


def unmimify(infile, outfile, decode_base64=0):
    """A mail with quoted-printable text decoded."""
    _converted(infile, outfile, lambda i, o: unmimify_part(i, o,
                                                           decode_base64))


def mime_encode(line, header):
    """A line in quoted-printable, with soft breaks where it is long."""
    reg = mime_header_char if header else mime_char
    newline = ''
    if header:
        pass
    elif len(line) >= 5 and line[:5] == 'From ':
        # Lest it be taken for the start of a mail.
        newline = '=%02x' % ord('F')
        line = line[1:]
    newline += reg.sub(lambda m: ('=%02x' % ord(m.group(0))).upper(), line)
    line, newline = newline, ''
    while len(line) >= 75:
        i = 73
        while line[i] == '=' or line[i - 1] == '=':
            i -= 1
        i += 1
        newline += line[:i] + '=\n'
        line = line[i:]
    return newline + line


def mime_encode_header(line):
    """A header with words that are not ASCII encoded."""
    return mime_header.sub(
        lambda m: '%s=?%s?Q?%s?=' % (m.group(1), CHARSET,
                                     mime_encode(m.group(2), 1)), line)


def mimify_part(ifile, ofile, is_mime):
    """Copies a part with its text encoded where that is needed."""
    has_cte = is_qp = is_base64 = 0
    multipart = None
    must_quote_body = must_quote_header = has_iso_chars = 0
    header = []
    header_end = ''
    message = []
    message_end = ''
    hfile = HeaderFile(ifile)
    while True:
        line = hfile.readline()
        if not line:
            break
        if not must_quote_header and iso_char.search(line):
            must_quote_header = 1
        if mv.match(line):
            is_mime = 1
        if cte.match(line):
            has_cte = 1
            if qp.match(line):
                is_qp = 1
            elif base64_re.match(line):
                is_base64 = 1
        boundary = mp.match(line)
        if boundary:
            multipart = '--' + boundary.group(1)
        if he.match(line):
            header_end = line
            break
        header.append(line)
    while True:
        line = ifile.readline()
        if not line:
            break
        if multipart:
            if line == multipart + '--\n':
                message_end = line
                break
            if line == multipart + '\n':
                message_end = line
                break
        if is_base64:
            message.append(line)
            continue
        if is_qp:
            while line[-2:] == '=\n':
                line = line[:-2]
                newline = ifile.readline()
                if newline[:len(QUOTE)] == QUOTE:
                    newline = newline[len(QUOTE):]
                line += newline
            line = mime_decode(line)
        message.append(line)
        if not has_iso_chars and iso_char.search(line):
            has_iso_chars = must_quote_body = 1
        if not must_quote_body and len(line) > MAXLEN:
            must_quote_body = 1
    _write_header(ofile, header, header_end, must_quote_header,
                  must_quote_body, has_iso_chars, is_mime, has_cte)
    for line in message:
        ofile.write(mime_encode(line, 0) if must_quote_body else line)
    ofile.write(message_end)
    _mimify_rest(ifile, ofile, multipart, message_end)


def _write_header(ofile, header, header_end, must_quote_header,
                  must_quote_body, has_iso_chars, is_mime, has_cte):
    for line in header:
        if must_quote_header:
            line = mime_encode_header(line)
        charset = chrset.match(line)
        if charset:
            if has_iso_chars:
                if charset.group(2).lower() == 'us-ascii':
                    line = '%s%s%s' % (charset.group(1), CHARSET,
                                       charset.group(3))
            else:
                line = '%sus-ascii%s' % charset.group(1, 3)
        if has_cte and cte.match(line):
            line = 'Content-Transfer-Encoding: ' + (
                'quoted-printable\n' if must_quote_body else
                '7bit\n' if not _is_base64(header) else 'base64\n')
        ofile.write(line)
    if (must_quote_header or must_quote_body) and not is_mime:
        ofile.write('Mime-Version: 1.0\n')
        ofile.write('Content-Type: text/plain; ')
        ofile.write('charset="%s"\n' % (CHARSET if has_iso_chars
                                        else 'us-ascii'))
    if must_quote_body and not has_cte:
        ofile.write('Content-Transfer-Encoding: quoted-printable\n')
    ofile.write(header_end)


def _is_base64(header):
    for line in header:
        if base64_re.match(line):
            return True
    return False


def _mimify_rest(ifile, ofile, multipart, line):
    """The parts of a multipart, then what follows."""
    while multipart:
        if line == multipart + '--\n':
            while True:
                line = ifile.readline()
                if not line:
                    return
                ofile.write(line)
        if line == multipart + '\n':
            nifile = File(ifile, multipart)
            mimify_part(nifile, ofile, 1)
            line = nifile.peek
            if not line:
                break
            ofile.write(line)
            continue
        while True:
            line = ifile.readline()
            if not line:
                return
            if line in (multipart + '--\n', multipart + '\n'):
                ofile.write(line)
                break
            ofile.write(line)


def mimify(infile, outfile):
    """A mail with what is not ASCII in quoted-printable."""
    _converted(infile, outfile, lambda i, o: mimify_part(i, o, 0))
