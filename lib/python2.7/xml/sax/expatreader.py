"""The parser of SAX: expat."""
import weakref

from xml.parsers import expat
from xml.sax import handler, saxutils, xmlreader
from xml.sax._exceptions import *
from xml.sax._exceptions import (
    SAXNotRecognizedException, SAXNotSupportedException, SAXParseException)
from xml.sax.handler import (
    feature_validation, feature_namespaces, feature_namespace_prefixes,
    feature_external_ges, feature_external_pes, feature_string_interning,
    property_xml_string, property_interning_dict)

version = '0.20'

AttributesImpl = xmlreader.AttributesImpl
AttributesNSImpl = xmlreader.AttributesNSImpl


class _ClosedParser:
    """What is left of expat's parser at the end: where it was."""

    def __init__(self, parser):
        self.ErrorColumnNumber = parser.ErrorColumnNumber
        self.ErrorLineNumber = parser.ErrorLineNumber


class ExpatLocator(xmlreader.Locator):
    """Says where a parser is, without keeping it alive."""

    def __init__(self, parser):
        self._ref = weakref.proxy(parser)

    def getColumnNumber(self):
        return self._ref.getColumnNumber()

    def getLineNumber(self):
        return self._ref.getLineNumber()

    def getPublicId(self):
        return self._ref.getPublicId()

    def getSystemId(self):
        return self._ref.getSystemId()


# Features that expat has not, and what is said of setting them.
_MISSING = {
    feature_validation: 'expat does not support validation',
    feature_external_pes: 'expat does not read external parameter entities',
    feature_namespace_prefixes: 'expat does not report namespace prefixes'}


def _pair(name):
    """(URI, local name) of expat's "URI name prefix"."""
    parts = name.split()
    if len(parts) == 1:
        return None, name
    return parts[0], parts[1]


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """A parser with the interface of SAX."""

    def __init__(self, namespaceHandling=0, bufsize=2 ** 16 - 20):
        xmlreader.IncrementalParser.__init__(self, bufsize)
        self._source = xmlreader.InputSource()
        self._parser = None
        self._namespaces = namespaceHandling
        self._lex_handler_prop = None
        self._parsing = 0
        self._entity_stack = []  # of entities around this one
        self._external_ges = 1
        self._interning = None

    # --- XMLReader ---

    def parse(self, source):
        source = saxutils.prepare_input_source(source)
        self._source = source
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(ExpatLocator(self))
            xmlreader.IncrementalParser.parse(self, source)
        except:
            self._close_source()
            raise

    def prepareParser(self, source):
        base = source.getSystemId()
        if base is not None:
            if isinstance(base, unicode):
                base = base.encode('utf-8')
            self._parser.SetBase(base)

    def setContentHandler(self, handler):
        xmlreader.IncrementalParser.setContentHandler(self, handler)
        if self._parsing:
            self._reset_cont_handler()

    def getFeature(self, name):
        if name == feature_namespaces:
            return self._namespaces
        if name == feature_string_interning:
            return self._interning is not None
        if name in _MISSING:
            return 0
        if name == feature_external_ges:
            return self._external_ges
        raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException(
                'Cannot set features while parsing')
        if name == feature_namespaces:
            self._namespaces = state
        elif name == feature_external_ges:
            self._external_ges = state
        elif name == feature_string_interning:
            if not state:
                self._interning = None
            elif self._interning is None:
                self._interning = {}
        elif name in _MISSING:
            if state:
                raise SAXNotSupportedException(_MISSING[name])
        else:
            raise SAXNotRecognizedException("Feature '%s' not recognized"
                                            % name)

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lex_handler_prop
        if name == property_interning_dict:
            return self._interning
        if name == property_xml_string:
            if self._parser:
                return self._parser.GetInputContext()
            raise SAXNotSupportedException(
                'XML string cannot be returned when not parsing')
        raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    def setProperty(self, name, value):
        if name == handler.property_lexical_handler:
            self._lex_handler_prop = value
            if self._parsing:
                self._reset_lex_handler_prop()
        elif name == property_interning_dict:
            self._interning = value
        elif name == property_xml_string:
            raise SAXNotSupportedException("Property '%s' cannot be set"
                                           % name)
        else:
            raise SAXNotRecognizedException("Property '%s' not recognized"
                                            % name)

    # --- IncrementalParser ---

    def feed(self, data, isFinal=0):
        if not self._parsing:
            self.reset()
            self._parsing = 1
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as e:
            error = SAXParseException(expat.ErrorString(e.code), e, self)
            # The handler may go on as if nothing was wrong.
            self._err_handler.fatalError(error)

    def _close_source(self):
        try:
            f = self._source.getCharacterStream()
            if f is not None:
                f.close()
        finally:
            f = self._source.getByteStream()
            if f is not None:
                f.close()

    def close(self):
        if self._entity_stack or self._parser is None or \
                isinstance(self._parser, _ClosedParser):
            # An external entity's end, or closed already.
            return
        try:
            self.feed('', isFinal=1)
            self._cont_handler.endDocument()
            self._parsing = 0
            self._parser = None
        finally:
            self._parsing = 0
            if self._parser is not None:
                self._parser = _ClosedParser(self._parser)
            self._close_source()

    def reset(self):
        encoding = self._source.getEncoding()
        if self._namespaces:
            parser = expat.ParserCreate(encoding, ' ',
                                        intern=self._interning)
            parser.namespace_prefixes = 1
            parser.StartElementHandler = self.start_element_ns
            parser.EndElementHandler = self.end_element_ns
        else:
            parser = expat.ParserCreate(encoding, intern=self._interning)
            parser.StartElementHandler = self.start_element
            parser.EndElementHandler = self.end_element
        self._parser = parser
        self._reset_cont_handler()
        parser.UnparsedEntityDeclHandler = self.unparsed_entity_decl
        parser.NotationDeclHandler = self.notation_decl
        parser.StartNamespaceDeclHandler = self.start_namespace_decl
        parser.EndNamespaceDeclHandler = self.end_namespace_decl
        self._decl_handler_prop = None
        if self._lex_handler_prop:
            self._reset_lex_handler_prop()
        parser.ExternalEntityRefHandler = self.external_entity_ref
        parser.SkippedEntityHandler = self.skipped_entity_handler
        parser.SetParamEntityParsing(
            expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
        self._parsing = 0
        self._entity_stack = []

    def _reset_cont_handler(self):
        self._parser.ProcessingInstructionHandler = \
            self._cont_handler.processingInstruction
        self._parser.CharacterDataHandler = self._cont_handler.characters

    def _reset_lex_handler_prop(self):
        lex = self._lex_handler_prop
        parser = self._parser
        parser.CommentHandler = lex and lex.comment
        parser.StartCdataSectionHandler = lex and lex.startCDATA
        parser.EndCdataSectionHandler = lex and lex.endCDATA
        parser.StartDoctypeDeclHandler = lex and self.start_doctype_decl
        parser.EndDoctypeDeclHandler = lex and lex.endDTD

    # --- Locator ---

    def getColumnNumber(self):
        return None if self._parser is None else \
            self._parser.ErrorColumnNumber

    def getLineNumber(self):
        return 1 if self._parser is None else self._parser.ErrorLineNumber

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    # --- expat's handlers ---

    def start_element(self, name, attrs):
        self._cont_handler.startElement(name, AttributesImpl(attrs))

    def end_element(self, name):
        self._cont_handler.endElement(name)

    def start_element_ns(self, name, attrs):
        values, qnames = {}, {}
        for key, value in attrs.items():
            parts = key.split()
            pair = _pair(key)
            values[pair] = value
            if len(parts) == 3:
                qnames[pair] = '%s:%s' % (parts[2], parts[1])
            else:
                qnames[pair] = parts[-1]
        self._cont_handler.startElementNS(_pair(name), None,
                                          AttributesNSImpl(values, qnames))

    def end_element_ns(self, name):
        self._cont_handler.endElementNS(_pair(name), None)

    def processing_instruction(self, target, data):
        self._cont_handler.processingInstruction(target, data)

    def character_data(self, data):
        self._cont_handler.characters(data)

    def start_namespace_decl(self, prefix, uri):
        self._cont_handler.startPrefixMapping(prefix, uri)

    def end_namespace_decl(self, prefix):
        self._cont_handler.endPrefixMapping(prefix)

    def start_doctype_decl(self, name, sysid, pubid, has_internal_subset):
        self._lex_handler_prop.startDTD(name, pubid, sysid)

    def unparsed_entity_decl(self, name, base, sysid, pubid, notation_name):
        self._dtd_handler.unparsedEntityDecl(name, pubid, sysid,
                                             notation_name)

    def notation_decl(self, name, base, sysid, pubid):
        self._dtd_handler.notationDecl(name, pubid, sysid)

    def external_entity_ref(self, context, base, sysid, pubid):
        if not self._external_ges:
            return 1
        source = self._ent_handler.resolveEntity(pubid, sysid)
        source = saxutils.prepare_input_source(
            source, self._source.getSystemId() or '')
        self._entity_stack.append((self._parser, self._source))
        self._parser = self._parser.ExternalEntityParserCreate(context)
        self._source = source
        try:
            xmlreader.IncrementalParser.parse(self, source)
        except:
            return 0
        self._parser, self._source = self._entity_stack.pop()
        return 1

    def skipped_entity_handler(self, name, is_pe):
        self._cont_handler.skippedEntity('%' + name if is_pe else name)


def create_parser(*args, **kwargs):
    return ExpatParser(*args, **kwargs)
