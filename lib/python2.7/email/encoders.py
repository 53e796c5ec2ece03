"""Encodings of a message's payload for transport."""
import base64
from quopri import encodestring as _encodestring

__all__ = ['encode_7or8bit', 'encode_base64', 'encode_noop', 'encode_quopri']


def _qencode(s):
    # Blanks at the ends of lines are quoted, all others too.
    return _encodestring(s, quotetabs=True).replace(' ', '=20')


def _bencode(s):
    """base64 that ends with a newline only if s does."""
    if not s:
        return s
    encoded = base64.encodestring(s)
    if s[-1] != '\n' and encoded[-1] == '\n':
        return encoded[:-1]
    return encoded


def encode_base64(msg):
    """base64, and the header that says so."""
    msg.set_payload(_bencode(msg.get_payload()))
    msg['Content-Transfer-Encoding'] = 'base64'


def encode_quopri(msg):
    """Quoted-printable, and the header that says so."""
    msg.set_payload(_qencode(msg.get_payload()))
    msg['Content-Transfer-Encoding'] = 'quoted-printable'


def encode_7or8bit(msg):
    """The payload as it is, with the header that it needs."""
    payload = msg.get_payload()
    bits = '7bit'
    if payload is not None:
        try:
            payload.encode('ascii')
        except UnicodeError:
            bits = '8bit'
    msg['Content-Transfer-Encoding'] = bits


def encode_noop(msg):
    """Nothing."""
