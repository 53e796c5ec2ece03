"""Messages that are text."""
from email.encoders import encode_7or8bit
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEText']


class MIMEText(MIMENonMultipart):
    """A text in a character set."""

    def __init__(self, _text, _subtype='plain', _charset='us-ascii'):
        MIMENonMultipart.__init__(self, 'text', _subtype, charset=_charset)
        self.set_payload(_text, _charset)
