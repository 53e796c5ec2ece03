"""ElementTree by the name of its faster version."""

from xml.etree.ElementTree import *
from xml.etree.ElementTree import (Comment, Element, ElementTree, ParseError,
                                   PI, ProcessingInstruction, QName,
                                   SubElement, TreeBuilder, VERSION, XML,
                                   XMLID, XMLParser, dump, fromstring,
                                   fromstringlist, iselement, iterparse,
                                   parse, register_namespace, tostring,
                                   tostringlist)

XMLTreeBuilder = XMLParser
