"""Messages of parts."""
from email.mime.base import MIMEBase

__all__ = ['MIMEMultipart']


class MIMEMultipart(MIMEBase):
    """A multipart; the boundary is made up when it is written."""

    def __init__(self, _subtype='mixed', boundary=None, _subparts=None,
                 **_params):
        MIMEBase.__init__(self, 'multipart', _subtype, **_params)
        self._payload = []
        for part in _subparts or ():
            self.attach(part)
        if boundary:
            self.set_boundary(boundary)
