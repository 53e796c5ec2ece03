"""Messages from files and strs, at once; email.feedparser takes pieces."""
import warnings
from cStringIO import StringIO
from email.feedparser import FeedParser
from email.message import Message

__all__ = ['Parser', 'HeaderParser']


class Parser:
    """Parser(_class): makes messages of that class."""

    def __init__(self, *args, **kws):
        for name, value in zip(('_class', 'strict'), args):
            if name in kws:
                raise TypeError("Multiple values for keyword arg '%s'" % name)
            kws[name] = value
        if len(args) > 2:
            raise TypeError('Too many arguments')
        self._class = kws.pop('_class', Message)
        if 'strict' in kws:
            warnings.warn("'strict' argument is deprecated (and ignored)",
                          DeprecationWarning, 2)
            del kws['strict']
        if kws:
            raise TypeError('Unexpected keyword arguments')

    def parse(self, fp, headersonly=False):
        """The message in a file; headersonly: all else is its payload."""
        parser = FeedParser(self._class)
        if headersonly:
            parser._set_headersonly()
        data = fp.read(8192)
        while data:
            parser.feed(data)
            data = fp.read(8192)
        return parser.close()

    def parsestr(self, text, headersonly=False):
        return self.parse(StringIO(text), headersonly=headersonly)


class HeaderParser(Parser):
    """A parser that leaves the body alone."""

    def parse(self, fp, headersonly=True):
        return Parser.parse(self, fp, True)

    def parsestr(self, text, headersonly=True):
        return Parser.parsestr(self, text, True)
