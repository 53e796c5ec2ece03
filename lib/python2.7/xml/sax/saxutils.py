"""Writing XML, filters, and finding documents."""
import io
import os
import sys
import urllib
import urlparse

from . import handler
from . import xmlreader


def _replace_all(text, entities):
    for key, value in entities.items():
        text = text.replace(key, value)
    return text


def escape(data, entities={}):
    """Text for a document; entities: what else is to be replaced."""
    data = data.replace('&', '&amp;')
    data = data.replace('>', '&gt;').replace('<', '&lt;')
    return _replace_all(data, entities)


def unescape(data, entities={}):
    """The way back."""
    data = data.replace('&lt;', '<').replace('&gt;', '>')
    # Last, or what it makes would be replaced too.
    return _replace_all(data, entities).replace('&amp;', '&')


def quoteattr(data, entities={}):
    """An attribute's value for a document, with quotes around it."""
    entities = entities.copy()
    entities.update({'\n': '&#10;', '\r': '&#13;', '\t': '&#9;'})
    data = escape(data, entities)
    if '"' not in data:
        return '"%s"' % data
    if "'" not in data:
        return "'%s'" % data
    return '"%s"' % data.replace('"', '&quot;')


class _Target(io.BufferedIOBase):
    """A file's write() for io.TextIOWrapper; closing it does nothing."""

    def __init__(self, out):
        self.write = out.write
        for name in 'seekable', 'tell':
            if hasattr(out, name):
                setattr(self, name, getattr(out, name))

    def writable(self):
        return True

    def close(self):
        pass


class _Writer(io.TextIOWrapper):
    """Hands everything on at once."""

    def write(self, s):
        io.TextIOWrapper.write(self, s)
        self.flush()


def _gettextwriter(out, encoding):
    if out is None:
        out = sys.stdout
    return _Writer(_Target(out), encoding=encoding,
                   errors='xmlcharrefreplace', newline='\n')


_XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'


class XMLGenerator(handler.ContentHandler):
    """Writes the document that it hears of."""

    def __init__(self, out=None, encoding='iso-8859-1'):
        handler.ContentHandler.__init__(self)
        out = _gettextwriter(out, encoding)
        self._write = out.write
        self._flush = out.flush
        self._ns_contexts = [{}]  # prefixes by URI, outermost first
        self._current_context = self._ns_contexts[-1]
        self._undeclared_ns_maps = []
        self._encoding = encoding

    def _qname(self, name):
        """prefix:name of (URI, name)"""
        uri, local = name
        if uri:
            if uri == _XML_NAMESPACE:
                return 'xml:' + local
            prefix = self._current_context[uri]
            if prefix:
                return prefix + ':' + local
        return local

    def startDocument(self):
        self._write(u'<?xml version="1.0" encoding="%s"?>\n'
                    % self._encoding)

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._ns_contexts.append(self._current_context.copy())
        self._current_context[uri] = prefix
        self._undeclared_ns_maps.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._current_context = self._ns_contexts.pop()

    def startElement(self, name, attrs):
        self._start(name, attrs.items())

    def _start(self, name, attrs, declarations=''):
        self._write(u'<' + name + declarations)
        for key, value in attrs:
            self._write(u' %s=%s' % (key, quoteattr(value)))
        self._write(u'>')

    def endElement(self, name):
        self._write(u'</%s>' % name)

    def startElementNS(self, name, qname, attrs):
        text = u''
        for prefix, uri in self._undeclared_ns_maps:
            mark = u':' + prefix if prefix else u''
            text += u' xmlns%s="%s"' % (mark, uri)
        self._undeclared_ns_maps = []
        self._start(self._qname(name), [(self._qname(key), value)
                                        for key, value in attrs.items()],
                    text)

    def endElementNS(self, name, qname):
        self._write(u'</%s>' % self._qname(name))

    def _text(self, content):
        if isinstance(content, unicode):
            return content
        return unicode(content, self._encoding)

    def characters(self, content):
        self._write(escape(self._text(content)))

    def ignorableWhitespace(self, content):
        self._write(self._text(content))

    def processingInstruction(self, target, data):
        self._write(u'<?%s %s?>' % (target, data))


class XMLFilterBase(xmlreader.XMLReader):
    """Stands between a parser and handlers, and hands everything on."""

    def __init__(self, parent=None):
        xmlreader.XMLReader.__init__(self)
        self._parent = parent

    # ErrorHandler

    def error(self, exception):
        self._err_handler.error(exception)

    def fatalError(self, exception):
        self._err_handler.fatalError(exception)

    def warning(self, exception):
        self._err_handler.warning(exception)

    # ContentHandler

    def setDocumentLocator(self, locator):
        self._cont_handler.setDocumentLocator(locator)

    def startDocument(self):
        self._cont_handler.startDocument()

    def endDocument(self):
        self._cont_handler.endDocument()

    def startPrefixMapping(self, prefix, uri):
        self._cont_handler.startPrefixMapping(prefix, uri)

    def endPrefixMapping(self, prefix):
        self._cont_handler.endPrefixMapping(prefix)

    def startElement(self, name, attrs):
        self._cont_handler.startElement(name, attrs)

    def endElement(self, name):
        self._cont_handler.endElement(name)

    def startElementNS(self, name, qname, attrs):
        self._cont_handler.startElementNS(name, qname, attrs)

    def endElementNS(self, name, qname):
        self._cont_handler.endElementNS(name, qname)

    def characters(self, content):
        self._cont_handler.characters(content)

    def ignorableWhitespace(self, chars):
        self._cont_handler.ignorableWhitespace(chars)

    def processingInstruction(self, target, data):
        self._cont_handler.processingInstruction(target, data)

    def skippedEntity(self, name):
        self._cont_handler.skippedEntity(name)

    # DTDHandler

    def notationDecl(self, name, publicId, systemId):
        self._dtd_handler.notationDecl(name, publicId, systemId)

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        self._dtd_handler.unparsedEntityDecl(name, publicId, systemId, ndata)

    # EntityResolver

    def resolveEntity(self, publicId, systemId):
        return self._ent_handler.resolveEntity(publicId, systemId)

    # XMLReader

    def parse(self, source):
        self._parent.setContentHandler(self)
        self._parent.setErrorHandler(self)
        self._parent.setEntityResolver(self)
        self._parent.setDTDHandler(self)
        self._parent.parse(source)

    def setLocale(self, locale):
        self._parent.setLocale(locale)

    def getFeature(self, name):
        return self._parent.getFeature(name)

    def setFeature(self, name, state):
        self._parent.setFeature(name, state)

    def getProperty(self, name):
        return self._parent.getProperty(name)

    def setProperty(self, name, value):
        self._parent.setProperty(name, value)

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent


def _local_path(base, name):
    """The path of a file beside base; None if there is none.  Both become
    unicode if one is and the other can."""
    try:
        folder = os.path.dirname(os.path.normpath(base))
        if isinstance(name, unicode) != isinstance(folder, unicode):
            encoding = sys.getfilesystemencoding()
            try:
                if isinstance(name, unicode):
                    folder = folder.decode(encoding)
                else:
                    name = name.decode(encoding)
            except UnicodeDecodeError:
                if isinstance(name, unicode):
                    name = name.encode(encoding)
                else:
                    folder = folder.encode(encoding)
        path = os.path.join(folder, name)
        return path if os.path.isfile(path) else None
    except UnicodeError:
        return None


def prepare_input_source(source, base=''):
    """An InputSource with an open file, for a name, a URL, a file or an
    InputSource; names are taken relative to base."""
    if isinstance(source, basestring):
        source = xmlreader.InputSource(source)
    elif hasattr(source, 'read'):
        f = source
        source = xmlreader.InputSource()
        source.setByteStream(f)
        if hasattr(f, 'name'):
            source.setSystemId(f.name)
    if source.getByteStream() is None:
        path = _local_path(base, source.getSystemId())
        if path is not None:
            source.setSystemId(path)
            f = open(path, 'rb')
        else:
            source.setSystemId(urlparse.urljoin(base, source.getSystemId()))
            f = urllib.urlopen(source.getSystemId())
        source.setByteStream(f)
    return source
