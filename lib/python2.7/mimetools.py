"""MIME headers by the old interface; package email has the new."""

import os
import tempfile

import rfc822
from warnings import warnpy3k
warnpy3k('in 3.x, mimetools has been removed in favor of the email package',
         stacklevel=2)

__all__ = ['Message', 'choose_boundary', 'encode', 'decode', 'copyliteral',
           'copybinary']


class Message(rfc822.Message):
    """Headers with those of MIME taken apart."""

    def __init__(self, fp, seekable=1):
        rfc822.Message.__init__(self, fp, seekable)
        self.encodingheader = self.dict.get('content-transfer-encoding')
        self.typeheader = self.dict.get('content-type')
        self.parsetype()
        self.parseplist()

    def parsetype(self):
        text = self.typeheader
        if text is None:
            self.plisttext = ''
            self.type = 'text/plain'
            self.maintype = 'text'
            self.subtype = 'plain'
            return
        if ';' in text:
            i = text.index(';')
            self.plisttext = text[i:]
            text = text[:i]
        else:
            self.plisttext = ''
        fields = [field.strip().lower() for field in text.split('/')]
        self.type = '/'.join(fields)
        self.maintype = fields[0]
        self.subtype = '/'.join(fields[1:])

    def parseplist(self):
        rest = self.plisttext
        self.plist = []
        while rest[:1] == ';':
            rest = rest[1:]
            end = rest.find(';') if ';' in rest else len(rest)
            f = rest[:end]
            if '=' in f:
                i = f.index('=')
                f = f[:i].strip().lower() + '=' + f[i + 1:].strip()
            self.plist.append(f.strip())
            rest = rest[end:]

    def getplist(self):
        return self.plist

    def getparam(self, name):
        """A parameter of Content-Type, or None."""
        name = name.lower() + '='
        for p in self.plist:
            if p[:len(name)] == name:
                return rfc822.unquote(p[len(name):])
        return None

    def getparamnames(self):
        result = []
        for p in self.plist:
            i = p.find('=')
            if i >= 0:
                result.append(p[:i].lower())
        return result

    def getencoding(self):
        if self.encodingheader is None:
            return '7bit'
        return self.encodingheader.lower()

    def gettype(self):
        return self.type

    def getmaintype(self):
        return self.maintype

    def getsubtype(self):
        return self.subtype


_counter = 0
_prefix = None


def choose_boundary():
    """A string that most likely is in no message."""
    global _counter, _prefix
    import time
    _counter += 1
    if _prefix is None:
        import socket
        try:
            host = socket.gethostbyname(socket.gethostname())
        except socket.gaierror:
            host = '127.0.0.1'
        _prefix = '%s.%r.%r' % (host, os.getuid(), os.getpid())
    return '%s.%.3f.%d' % (_prefix, time.time(), _counter)


def decode(input, output, encoding):
    """Decodes a file by a Content-Transfer-Encoding."""
    if encoding == 'base64':
        import base64
        return base64.decode(input, output)
    if encoding == 'quoted-printable':
        import quopri
        return quopri.decode(input, output)
    if encoding in ('uuencode', 'x-uuencode', 'uue', 'x-uue'):
        import uu
        return uu.decode(input, output)
    if encoding in ('7bit', '8bit'):
        return output.write(input.read())
    if encoding in decodetab:
        pipethrough(input, decodetab[encoding], output)
    else:
        raise ValueError('unknown Content-Transfer-Encoding: %s' % encoding)


def encode(input, output, encoding):
    """Encodes a file by a Content-Transfer-Encoding."""
    if encoding == 'base64':
        import base64
        return base64.encode(input, output)
    if encoding == 'quoted-printable':
        import quopri
        return quopri.encode(input, output, 0)
    if encoding in ('uuencode', 'x-uuencode', 'uue', 'x-uue'):
        import uu
        return uu.encode(input, output)
    if encoding in ('7bit', '8bit'):
        return output.write(input.read())
    if encoding in encodetab:
        pipethrough(input, encodetab[encoding], output)
    else:
        raise ValueError('unknown Content-Transfer-Encoding: %s' % encoding)


uudecode_pipe = ('(\nTEMP=/tmp/@uu.$$\n'
                 'sed "s%^begin [0-7][0-7]* .*%begin 600 $TEMP%" | uudecode\n'
                 'cat $TEMP\nrm $TEMP\n)')

decodetab = {'uuencode': uudecode_pipe, 'x-uuencode': uudecode_pipe,
             'uue': uudecode_pipe, 'x-uue': uudecode_pipe,
             'quoted-printable': 'mmencode -u -q', 'base64': 'mmencode -u -b'}

encodetab = {'x-uuencode': 'uuencode tempfile', 'uuencode': 'uuencode tempfile',
             'x-uue': 'uuencode tempfile', 'uue': 'uuencode tempfile',
             'quoted-printable': 'mmencode -q', 'base64': 'mmencode -b'}


def pipeto(input, command):
    """Feeds a command from a file."""
    pipe = os.popen(command, 'w')
    copyliteral(input, pipe)
    pipe.close()


def pipethrough(input, command, output):
    """Feeds a command from a file and collects what it writes."""
    fd, name = tempfile.mkstemp()
    temporary = os.fdopen(fd, 'w')
    copyliteral(input, temporary)
    temporary.close()
    pipe = os.popen(command + ' <' + name, 'r')
    copybinary(pipe, output)
    pipe.close()
    os.unlink(name)


def copyliteral(input, output):
    """Copies a file by lines."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(line)


def copybinary(input, output):
    """Copies a file by blocks."""
    while True:
        block = input.read(8192)
        if not block:
            break
        output.write(block)
