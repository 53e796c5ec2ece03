"""Documents as events with nodes: parse() gives (event, node) pairs, of
which expandNode() makes trees where they are wanted."""
import xml.sax
import xml.sax.handler

START_ELEMENT = 'START_ELEMENT'
END_ELEMENT = 'END_ELEMENT'
COMMENT = 'COMMENT'
START_DOCUMENT = 'START_DOCUMENT'
END_DOCUMENT = 'END_DOCUMENT'
PROCESSING_INSTRUCTION = 'PROCESSING_INSTRUCTION'
IGNORABLE_WHITESPACE = 'IGNORABLE_WHITESPACE'
CHARACTERS = 'CHARACTERS'

_XMLNS = 'http://www.w3.org/2000/xmlns/'


class PullDOM(xml.sax.ContentHandler):
    """Makes nodes of what a parser says.  The events are a chain of lists
    [event, next]: firstEvent is before the first, lastEvent is the last."""

    _locator = None
    document = None

    def __init__(self, documentFactory=None):
        from xml.dom import XML_NAMESPACE
        self.documentFactory = documentFactory
        self.firstEvent = self.lastEvent = [None, None]
        self.elementStack = []
        self.push = self.elementStack.append
        self.pop = self.elementStack.pop
        self._ns_contexts = [{XML_NAMESPACE: 'xml'}]  # prefixes by URI
        self._current_context = self._ns_contexts[-1]
        self._xmlns_attrs = []
        self.pending_events = []  # before the document's element

    def _add_event(self, kind, node):
        self.lastEvent[1] = [(kind, node), None]
        self.lastEvent = self.lastEvent[1]

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startPrefixMapping(self, prefix, uri):
        self._xmlns_attrs.append((prefix or 'xmlns', uri))
        self._ns_contexts.append(self._current_context.copy())
        self._current_context[uri] = prefix or None

    def endPrefixMapping(self, prefix):
        self._current_context = self._ns_contexts.pop()

    def _qualified(self, uri, local):
        prefix = self._current_context[uri]
        return prefix + ':' + local if prefix else local

    def _new_element(self, uri, name):
        if not self.document:
            return self.buildDocument(uri, name)
        if uri:
            return self.document.createElementNS(uri, name)
        return self.document.createElement(name)

    def _add_attribute(self, node, uri, local, value):
        if not uri:
            attr = self.document.createAttribute(local)
            node.setAttributeNode(attr)
        else:
            if uri != _XMLNS:
                name = self._qualified(uri, local)
            elif local == 'xmlns':
                name = local
            else:
                name = 'xmlns:' + local
            attr = self.document.createAttributeNS(uri, name)
            node.setAttributeNodeNS(attr)
        attr.value = value

    def startElementNS(self, name, tagName, attrs):
        for local, value in self._xmlns_attrs:
            attrs._attrs[_XMLNS, local] = value
        self._xmlns_attrs = []
        uri, local = name
        if not uri:
            tagName = local
        elif tagName is None:
            tagName = self._qualified(uri, local)
        node = self._new_element(uri or None, tagName)
        for (attr_uri, attr_local), value in attrs.items():
            self._add_attribute(node, attr_uri, attr_local, value)
        self._add_event(START_ELEMENT, node)
        self.push(node)

    def endElementNS(self, name, tagName):
        self._add_event(END_ELEMENT, self.pop())

    def startElement(self, name, attrs):
        node = self._new_element(None, name)
        for key, value in attrs.items():
            attr = self.document.createAttribute(key)
            attr.value = value
            node.setAttributeNode(attr)
        self._add_event(START_ELEMENT, node)
        self.push(node)

    def endElement(self, name):
        self._add_event(END_ELEMENT, self.pop())

    def comment(self, s):
        if self.document:
            self._add_event(COMMENT, self.document.createComment(s))
        else:
            self.pending_events.append((COMMENT, s))

    def processingInstruction(self, target, data):
        if self.document:
            self._add_event(
                PROCESSING_INSTRUCTION,
                self.document.createProcessingInstruction(target, data))
        else:
            self.pending_events.append((PROCESSING_INSTRUCTION, target,
                                        data))

    def ignorableWhitespace(self, chars):
        self._add_event(IGNORABLE_WHITESPACE,
                        self.document.createTextNode(chars))

    def characters(self, chars):
        self._add_event(CHARACTERS, self.document.createTextNode(chars))

    def startDocument(self):
        if self.documentFactory is None:
            import xml.dom.minidom
            self.documentFactory = xml.dom.minidom.Document.implementation

    def buildDocument(self, uri, tagname):
        """Makes the document; its element."""
        document = self.documentFactory.createDocument(uri, tagname, None)
        self.document = document
        self._add_event(START_DOCUMENT, document)
        self.push(document)
        pending, self.pending_events = self.pending_events, None
        for event in pending:
            if event[0] == COMMENT:
                self.comment(event[1])
            else:
                PullDOM.processingInstruction(self, event[1], event[2])
        return document.firstChild

    def endDocument(self):
        self.lastEvent[1] = [(END_DOCUMENT, self.document), None]
        self.pop()

    def clear(self):
        """Lets the document go."""
        self.document = None


class ErrorHandler:
    """Errors are raised, warnings printed."""

    def warning(self, exception):
        print exception

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception


class DOMEventStream:
    """The (event, node) pairs of a file."""

    def __init__(self, stream, parser, bufsize):
        self.stream = stream
        self.parser = parser
        self.bufsize = bufsize
        if not hasattr(parser, 'feed'):
            self.getEvent = self._slurp
        self.reset()

    def reset(self):
        self.pulldom = PullDOM()
        self.parser.setFeature(xml.sax.handler.feature_namespaces, 1)
        self.parser.setContentHandler(self.pulldom)

    def __getitem__(self, pos):
        """The next pair; pos is only for `for` loops."""
        pair = self.getEvent()
        if not pair:
            raise IndexError
        return pair

    def next(self):
        pair = self.getEvent()
        if not pair:
            raise StopIteration
        return pair

    def __iter__(self):
        return self

    def expandNode(self, node):
        """Reads up to the end of an element, and puts all that into it."""
        parents = [node]
        pair = self.getEvent()
        while pair:
            kind, inner = pair
            if inner is node:
                return
            if kind == END_ELEMENT:
                parents.pop()
            else:
                parents[-1].appendChild(inner)
                if kind == START_ELEMENT:
                    parents.append(inner)
            pair = self.getEvent()

    def getEvent(self):
        """The next pair, None at the end."""
        events = self.pulldom
        if not events.firstEvent[1]:
            events.lastEvent = events.firstEvent
        while not events.firstEvent[1]:
            piece = self.stream.read(self.bufsize)
            if not piece:
                self.parser.close()
                return None
            self.parser.feed(piece)
        return self._emit()

    def _slurp(self):
        """The first pair, from a parser that does not take pieces."""
        self.parser.parse(self.stream)
        self.getEvent = self._emit
        return self._emit()

    def _emit(self):
        event, rest = self.pulldom.firstEvent[1]
        self.pulldom.firstEvent[1] = rest
        return event

    def clear(self):
        """Lets everything go."""
        self.pulldom.clear()
        del self.pulldom
        self.parser = None
        self.stream = None


class SAX2DOM(PullDOM):
    """Makes the whole tree."""

    def _append_last(self):
        self.elementStack[-1].appendChild(self.lastEvent[0][1])

    def startElementNS(self, name, tagName, attrs):
        PullDOM.startElementNS(self, name, tagName, attrs)
        self.elementStack[-2].appendChild(self.elementStack[-1])

    def startElement(self, name, attrs):
        PullDOM.startElement(self, name, attrs)
        self.elementStack[-2].appendChild(self.elementStack[-1])

    def processingInstruction(self, target, data):
        PullDOM.processingInstruction(self, target, data)
        self._append_last()

    def ignorableWhitespace(self, chars):
        PullDOM.ignorableWhitespace(self, chars)
        self._append_last()

    def characters(self, chars):
        PullDOM.characters(self, chars)
        self._append_last()


default_bufsize = (2 ** 14) - 20


def parse(stream_or_string, parser=None, bufsize=None):
    """The events of a file or of one with that name."""
    stream = stream_or_string
    if isinstance(stream, basestring):
        stream = open(stream)
    return DOMEventStream(stream, parser or xml.sax.make_parser(),
                          bufsize or default_bufsize)


def parseString(string, parser=None):
    """The events of a document that is a str."""
    from cStringIO import StringIO
    return DOMEventStream(StringIO(string), parser or xml.sax.make_parser(),
                          len(string))
