"""Ways through the parts of a message."""
import sys
from cStringIO import StringIO

__all__ = ['body_line_iterator', 'typed_subpart_iterator', 'walk']


def walk(self):
    """The message and all its parts, depth first.  (A method of Message.)"""
    yield self
    if self.is_multipart():
        for part in self.get_payload():
            for inner in part.walk():
                yield inner


def body_line_iterator(msg, decode=False):
    """The lines of all parts that are text."""
    for part in msg.walk():
        payload = part.get_payload(decode=decode)
        if isinstance(payload, basestring):
            for line in StringIO(payload):
                yield line


def typed_subpart_iterator(msg, maintype='text', subtype=None):
    """The parts of a type; subtype None: any."""
    for part in msg.walk():
        if part.get_content_maintype() == maintype and \
                subtype in (None, part.get_content_subtype()):
            yield part


def _structure(msg, fp=None, level=0, include_default=False):
    """Prints the types of all parts."""
    fp = fp or sys.stdout
    line = '    ' * level + msg.get_content_type()
    if include_default:
        line += ' [%s]' % msg.get_default_type()
    print >>fp, line
    if msg.is_multipart():
        for part in msg.get_payload():
            _structure(part, fp, level + 1, include_default)
