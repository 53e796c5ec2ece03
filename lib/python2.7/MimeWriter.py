"""Writing MIME messages by hand; package email has a better way."""
import mimetools
import warnings

__all__ = ['MimeWriter']

warnings.warn('the MimeWriter module is deprecated; use the email package '
              'instead', DeprecationWarning, 2)


class MimeWriter:
    """Writes headers, then a body or parts, to a file."""

    def __init__(self, fp):
        self._fp = fp
        self._headers = []

    def addheader(self, key, value, prefix=0):
        """Adds a header; prefix: before all others."""
        lines = value.strip('\n').split('\n')
        for i in range(1, len(lines)):
            lines[i] = '    ' + lines[i].strip()
        self._headers.insert(0 if prefix else len(self._headers),
                             key + ': ' + '\n'.join(lines) + '\n')

    def flushheaders(self):
        self._fp.writelines(self._headers)
        self._headers = []

    def startbody(self, ctype, plist=[], prefix=1):
        """Ends the headers; a file for the body."""
        for name, value in plist:
            ctype += ';\n %s="%s"' % (name, value)
        self.addheader('Content-Type', ctype, prefix=prefix)
        self.flushheaders()
        self._fp.write('\n')
        return self._fp

    def startmultipartbody(self, subtype, boundary=None, plist=[], prefix=1):
        """Ends the headers of a message of parts; a file for text before
        those."""
        self._boundary = boundary or mimetools.choose_boundary()
        return self.startbody('multipart/' + subtype,
                              [('boundary', self._boundary)] + plist,
                              prefix=prefix)

    def nextpart(self):
        """A writer for the next part."""
        self._fp.write('\n--' + self._boundary + '\n')
        return self.__class__(self._fp)

    def lastpart(self):
        """Ends the parts."""
        self._fp.write('\n--' + self._boundary + '--\n')
