"""The codec quopri: bytes to bytes, quoted-printable."""

import quopri
from cStringIO import StringIO
from encodings._make import make


def quopri_encode(input, errors='strict'):
    assert errors == 'strict'
    f = StringIO(str(input))
    g = StringIO()
    quopri.encode(f, g, quotetabs=True)
    return (g.getvalue(), len(input))


def quopri_decode(input, errors='strict'):
    assert errors == 'strict'
    f = StringIO(str(input))
    g = StringIO()
    quopri.decode(f, g)
    return (g.getvalue(), len(input))


(Codec, IncrementalEncoder, IncrementalDecoder, StreamWriter, StreamReader,
 getregentry) = make('quopri', quopri_encode, quopri_decode, is_text=False)
