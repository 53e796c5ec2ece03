"""The exceptions of SAX."""


class SAXException(Exception):
    """An error of a parser or an application: a message, and maybe the
    exception that it is about."""

    def __init__(self, msg, exception=None):
        self._msg = msg
        self._exception = exception
        Exception.__init__(self, msg)

    def getMessage(self):
        return self._msg

    def getException(self):
        """The exception inside, or None."""
        return self._exception

    def __str__(self):
        return self._msg

    def __getitem__(self, ix):
        # Not the items of args, as other exceptions have them.
        raise AttributeError('__getitem__')


class SAXParseException(SAXException):
    """An error at a place of the document."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        # The locator knows them only now.
        self._systemId = locator.getSystemId()
        self._colnum = locator.getColumnNumber()
        self._linenum = locator.getLineNumber()

    def getColumnNumber(self):
        return self._colnum

    def getLineNumber(self):
        return self._linenum

    def getPublicId(self):
        return self._locator.getPublicId()

    def getSystemId(self):
        return self._systemId

    def __str__(self):
        place = [self._systemId, self._linenum, self._colnum]
        for i, unknown in enumerate(('<unknown>', '?', '?')):
            if place[i] is None:
                place[i] = unknown
        return '%s:%s:%s: %s' % (place[0], place[1], place[2], self._msg)


class SAXNotRecognizedException(SAXException):
    """There is no feature or property of that name."""


class SAXNotSupportedException(SAXException):
    """There is, but it cannot have that value."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """A parser cannot be used here."""
