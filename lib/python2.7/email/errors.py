"""The exceptions of package email, and what the parser finds wrong with
messages."""


class MessageError(Exception):
    """What the others have in common."""


class MessageParseError(MessageError):
    """A message cannot be parsed."""


class HeaderParseError(MessageParseError):
    """A header cannot be."""


class BoundaryError(MessageParseError):
    """A multipart does not end."""


class MultipartConversionError(MessageError, TypeError):
    """Parts cannot be attached to that message."""


class CharsetError(MessageError):
    """A character set's name is none."""


class MessageDefect:
    """Something that the parser forgave; an item of Message.defects."""

    def __init__(self, line=None):
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart without a boundary."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary does not occur."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first line of the headers begins with a blank."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """A line "From ..." between headers."""


class MalformedHeaderDefect(MessageDefect):
    """A header without a colon."""


class MultipartInvariantViolationDefect(MessageDefect):
    """A multipart without parts."""
