"""What applications implement to hear of a document, and the names of
features and properties."""

version = '2.0beta'


class ErrorHandler:
    """Errors are raised, warnings printed."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print exception


class ContentHandler:
    """The document's content, in its order; the methods do nothing."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        """The locator says where the parser is."""
        self._locator = locator

    def startDocument(self):
        pass

    def endDocument(self):
        pass

    def startPrefixMapping(self, prefix, uri):
        """Before the element that a namespace's prefix is declared in."""

    def endPrefixMapping(self, prefix):
        pass

    def startElement(self, name, attrs):
        pass

    def endElement(self, name):
        pass

    def startElementNS(self, name, qname, attrs):
        """name: (URI of the namespace, local name)"""

    def endElementNS(self, name, qname):
        pass

    def characters(self, content):
        """Text, maybe in pieces."""

    def ignorableWhitespace(self, whitespace):
        pass

    def processingInstruction(self, target, data):
        pass

    def skippedEntity(self, name):
        pass


class DTDHandler:
    """What the DTD says of data that is not XML."""

    def notationDecl(self, name, publicId, systemId):
        pass

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        pass


class EntityResolver:
    """Where external entities are."""

    def resolveEntity(self, publicId, systemId):
        """A system id or an InputSource."""
        return systemId


# Names of features; those that are on or off.
feature_namespaces = 'http://xml.org/sax/features/namespaces'
feature_namespace_prefixes = \
    'http://xml.org/sax/features/namespace-prefixes'
feature_string_interning = 'http://xml.org/sax/features/string-interning'
feature_validation = 'http://xml.org/sax/features/validation'
feature_external_ges = \
    'http://xml.org/sax/features/external-general-entities'
feature_external_pes = \
    'http://xml.org/sax/features/external-parameter-entities'

all_features = [feature_namespaces, feature_namespace_prefixes,
                feature_string_interning, feature_validation,
                feature_external_ges, feature_external_pes]

# Names of properties.
property_lexical_handler = 'http://xml.org/sax/properties/lexical-handler'
property_declaration_handler = \
    'http://xml.org/sax/properties/declaration-handler'
property_dom_node = 'http://xml.org/sax/properties/dom-node'
property_xml_string = 'http://xml.org/sax/properties/xml-string'
property_encoding = 'http://www.python.org/sax/properties/encoding'
property_interning_dict = \
    'http://www.python.org/sax/properties/interning-dict'

all_properties = [property_lexical_handler, property_dom_node,
                  property_declaration_handler, property_xml_string,
                  property_encoding, property_interning_dict]
