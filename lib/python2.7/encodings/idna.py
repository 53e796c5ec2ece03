"""Internationalized host names (RFC 3490)."""

import codecs
import re
import stringprep
from unicodedata import ucd_3_2_0 as unicodedata

# Dots that separate labels.
dots = re.compile(u"[\u002E\u3002\uFF0E\uFF61]")

ace_prefix = "xn--"
uace_prefix = unicode(ace_prefix, "ascii")


def nameprep(label):
    """Prepare a label for comparison (RFC 3491)."""
    newlabel = []
    for c in label:
        if stringprep.in_table_b1(c):
            continue
        newlabel.append(stringprep.map_table_b2(c))
    label = unicodedata.normalize("NFKC", u"".join(newlabel))
    for c in label:
        if stringprep.in_table_c12(c) or stringprep.in_table_c22(c) or \
                stringprep.in_table_c3(c) or stringprep.in_table_c4(c) or \
                stringprep.in_table_c5(c) or stringprep.in_table_c6(c) or \
                stringprep.in_table_c7(c) or stringprep.in_table_c8(c) or \
                stringprep.in_table_c9(c):
            raise UnicodeError("Invalid character %r" % c)
    # Text in two directions: RFC 3454, section 6.
    RandAL = map(stringprep.in_table_d1, label)
    if True in RandAL:
        if filter(stringprep.in_table_d2, label):
            raise UnicodeError("Violation of BIDI requirement 2")
        if not RandAL[0] or not RandAL[-1]:
            raise UnicodeError("Violation of BIDI requirement 3")
    return label


def _short_enough(label):
    if 0 < len(label) < 64:
        return label
    raise UnicodeError("label empty or too long")


def ToASCII(label):
    """The label as it goes over the wire."""
    try:
        label = label.encode("ascii")
    except UnicodeError:
        pass
    else:
        return _short_enough(label)
    label = nameprep(label)
    try:
        label = label.encode("ascii")
    except UnicodeError:
        pass
    else:
        return _short_enough(label)
    if label.startswith(uace_prefix):
        raise UnicodeError("Label starts with ACE prefix")
    return _short_enough(ace_prefix + label.encode("punycode"))


def ToUnicode(label):
    """The label as people read it."""
    if isinstance(label, str):
        pure_ascii = True
    else:
        try:
            label = label.encode("ascii")
            pure_ascii = True
        except UnicodeError:
            pure_ascii = False
    if not pure_ascii:
        label = nameprep(label)
        try:
            label = label.encode("ascii")
        except UnicodeError:
            raise UnicodeError("Invalid character in IDN label")
    if not label.startswith(ace_prefix):
        return unicode(label, "ascii")
    result = label[len(ace_prefix):].decode("punycode")
    # It must be what encoding it again gives.
    label2 = ToASCII(result)
    if label.lower() != label2:
        raise UnicodeError("IDNA does not round-trip", label, label2)
    return result


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        if errors != 'strict':
            raise UnicodeError("unsupported error handling " + errors)
        if not input:
            return "", 0
        result = []
        labels = dots.split(input)
        if labels and len(labels[-1]) == 0:
            trailing_dot = '.'
            del labels[-1]
        else:
            trailing_dot = ''
        for label in labels:
            result.append(ToASCII(label))
        return ".".join(result) + trailing_dot, len(input)

    def decode(self, input, errors='strict'):
        if errors != 'strict':
            raise UnicodeError("Unsupported error handling " + errors)
        if not input:
            return u"", 0
        if isinstance(input, unicode):
            labels = dots.split(input)
        else:
            # A host name in another encoding is none.
            input = str(input)
            unicode(input, "ascii")
            labels = input.split(".")
        if labels and len(labels[-1]) == 0:
            trailing_dot = u'.'
            del labels[-1]
        else:
            trailing_dot = u''
        result = [ToUnicode(label) for label in labels]
        return u".".join(result) + trailing_dot, len(input)


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        if errors != 'strict':
            raise UnicodeError("unsupported error handling " + errors)
        if not input:
            return ("", 0)
        labels = dots.split(input)
        trailing_dot = u''
        if labels:
            if not labels[-1]:
                trailing_dot = '.'
                del labels[-1]
            elif not final:
                # The last label may go on.
                del labels[-1]
                if labels:
                    trailing_dot = '.'
        result = []
        size = 0
        for label in labels:
            result.append(ToASCII(label))
            if size:
                size += 1
            size += len(label)
        result = ".".join(result) + trailing_dot
        size += len(trailing_dot)
        return (result, size)


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        if errors != 'strict':
            raise UnicodeError("Unsupported error handling " + errors)
        if not input:
            return (u"", 0)
        if isinstance(input, unicode):
            labels = dots.split(input)
        else:
            input = str(input)
            unicode(input, "ascii")
            labels = input.split(".")
        trailing_dot = u''
        if labels:
            if not labels[-1]:
                trailing_dot = u'.'
                del labels[-1]
            elif not final:
                del labels[-1]
                if labels:
                    trailing_dot = u'.'
        result = []
        size = 0
        for label in labels:
            result.append(ToUnicode(label))
            if size:
                size += 1
            size += len(label)
        result = u".".join(result) + trailing_dot
        size += len(trailing_dot)
        return (result, size)


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    return codecs.CodecInfo(
        name='idna', encode=Codec().encode, decode=Codec().decode,
        incrementalencoder=IncrementalEncoder,
        incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter,
        streamreader=StreamReader)
