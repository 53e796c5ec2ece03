"""What the classes for MIME types have in common."""
from email import message

__all__ = ['MIMEBase']


class MIMEBase(message.Message):
    """A message with Content-Type and MIME-Version."""

    def __init__(self, _maintype, _subtype, **_params):
        message.Message.__init__(self)
        self.add_header('Content-Type', '%s/%s' % (_maintype, _subtype),
                        **_params)
        self['MIME-Version'] = '1.0'
