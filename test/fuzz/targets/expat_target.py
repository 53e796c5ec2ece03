"""xml.parsers.expat with handlers, and ElementTree, over any text."""
import xml.parsers.expat
from xml.etree import cElementTree

SEEDS = ['\0<a b="c">text<!-- no --><![CDATA[x]]>&amp;<?pi it?></a>',
         '\1<!DOCTYPE a [<!ENTITY e "v"><!ELEMENT a (b|c)*><!ATTLIST a b CDATA'
         ' #IMPLIED>]><a>&e;</a>', '\2<?xml version="1.0" encoding="utf-16"?>',
         '\3<n:a xmlns:n="u" n:b="1"/>', '\4<a>\xc3\xa9</a>',
         '\5<?xml version="1.0" encoding="latin-1"?><a>\xe9</a>']
WORDS = ['<!DOCTYPE', '<!ENTITY', '<!ATTLIST', '<!ELEMENT', 'SYSTEM', 'PUBLIC',
         '<![CDATA[', ']]>', '<?xml version="1.0"', 'encoding="', '&#x', 'xmlns']
HANDLERS = [n for n in dir(xml.parsers.expat.ParserCreate())
            if n.endswith('Handler')]


class Stop(Exception):
    pass


def parse(how, text):
    p = xml.parsers.expat.ParserCreate(
        None, ' ' if how & 1 else None, **{'intern': {}} if how & 2 else {})
    p.buffer_text = how & 4
    p.ordered_attributes = how & 8
    p.specified_attributes = how & 16
    p.returns_unicode = not how & 32
    seen = []

    def note(*args):
        seen.append(args)
        if len(seen) == 40 and how & 64:
            raise Stop

    for name in HANDLERS:
        if name != 'ExternalEntityRefHandler' or how & 128:
            setattr(p, name, note)
    p.Parse(text[:len(text) // 2])
    p.Parse(text[len(text) // 2:], 1)
    p.CurrentLineNumber, p.ErrorByteIndex, p.GetInputContext()


def target(data):
    how = ord(data[:1] or '\0')
    try:
        parse(how, data[1:])
    except (xml.parsers.expat.ExpatError, Stop, TypeError, ValueError):
        pass
    tree = cElementTree.fromstring(data[1:])
    text = cElementTree.tostring(tree)
    assert cElementTree.tostring(cElementTree.fromstring(text)) == text
