"""The Simple API for XML: a parser calls the methods of handlers.

parse() and parseString() hand a document to a ContentHandler; make_parser()
gives the parser itself."""
import os
import sys

from .xmlreader import InputSource
from .handler import ContentHandler, ErrorHandler
from ._exceptions import (SAXException, SAXNotRecognizedException,
                          SAXParseException, SAXNotSupportedException,
                          SAXReaderNotAvailable)

default_parser_list = ['xml.sax.expatreader']
if not sys.flags.ignore_environment and 'PY_SAX_PARSER' in os.environ:
    default_parser_list = os.environ['PY_SAX_PARSER'].split(',')


def parse(source, handler, errorHandler=ErrorHandler()):
    """Parses a file, a URL, an open file or an InputSource."""
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Parses a document that is a str."""
    from cStringIO import StringIO
    source = InputSource()
    source.setByteStream(StringIO(string))
    parse(source, handler, errorHandler or ErrorHandler())


def make_parser(parser_list=[]):
    """A parser of the first module in the list that has one, else of
    default_parser_list."""
    for name in parser_list + default_parser_list:
        try:
            return _create_parser(name)
        except ImportError:
            if name in sys.modules:
                # It is there, but broken.
                raise
        except SAXReaderNotAvailable:
            pass
    raise SAXReaderNotAvailable('No parsers found', None)


def _create_parser(parser_name):
    if parser_name == 'xml.sax.expatreader':
        import xml.sax.expatreader  # the compiler sees that name
    module = __import__(parser_name, {}, {}, ['create_parser'])
    return module.create_parser()
