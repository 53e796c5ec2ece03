"""XML as trees of elements: parsing, changing, writing."""

import re
import sys
import warnings

import _etree_native
from _etree_native import TreeBuilder
from xml.etree import ElementPath

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'fromstring',
           'fromstringlist', 'iselement', 'iterparse', 'parse', 'ParseError',
           'PI', 'ProcessingInstruction', 'QName', 'SubElement', 'tostring',
           'tostringlist', 'TreeBuilder', 'VERSION', 'XML', 'XMLParser',
           'XMLTreeBuilder']

VERSION = '1.3.0'


class ParseError(SyntaxError):
    """The input is no XML; code and position tell where."""


def iselement(element):
    """Does it look like an element?"""
    return isinstance(element, Element) or hasattr(element, 'tag')


_tags = {}


def _is_tag(path):
    """Is a path just a tag?  Children can be compared with it.

    Subclasses of str may compare as they like, and are not kept.
    """
    if type(path) is not str:
        return False
    try:
        return _tags[path]
    except KeyError:
        if len(_tags) > 200:
            _tags.clear()
        name = path[path.find('}') + 1:] if path[:1] == '{' else path
        _tags[path] = plain = name.replace('_', '').replace('-', '').isalnum()
        return plain


class Element(object):
    """An element: a tag, attributes, the text before its first child, the
    tail behind it, and its children as a sequence."""

    tag = None
    attrib = None
    text = None
    tail = None

    def __init__(self, tag, attrib={}, **extra):
        attrib = attrib.copy()
        attrib.update(extra)
        self.tag = tag
        self.attrib = attrib
        self._children = []

    def __repr__(self):
        return '<Element %s at 0x%x>' % (repr(self.tag), id(self))

    def makeelement(self, tag, attrib):
        """An element of the same kind."""
        return self.__class__(tag, attrib)

    def copy(self):
        """An element with the same children."""
        elem = self.makeelement(self.tag, self.attrib)
        elem.text = self.text
        elem.tail = self.tail
        elem[:] = self
        return elem

    def __len__(self):
        return len(self._children)

    def __nonzero__(self):
        warnings.warn('The behavior of this method will change in future '
                      'versions.  Use specific \'len(elem)\' or \'elem is not '
                      'None\' test instead.', FutureWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def append(self, element):
        """Adds a child."""
        self._children.append(element)

    def extend(self, elements):
        """Adds children."""
        self._children.extend(elements)

    def insert(self, index, element):
        """Inserts a child."""
        self._children.insert(index, element)

    def remove(self, element):
        """Removes a child, found by identity or equality."""
        self._children.remove(element)

    def getchildren(self):
        """The children; list(elem) is the way today."""
        warnings.warn('This method will be removed in future versions.  Use '
                      '\'list(elem)\' or iteration over elem instead.',
                      DeprecationWarning, stacklevel=2)
        return self._children

    def find(self, path, namespaces=None):
        """The first element that a path finds, or None."""
        if namespaces is not None or not _is_tag(path):
            return ElementPath.find(self, path, namespaces)
        return _etree_native.child(self._children, path)

    def findtext(self, path, default=None, namespaces=None):
        """The text of the first element that a path finds."""
        if namespaces is not None or not _is_tag(path):
            return ElementPath.findtext(self, path, default, namespaces)
        found = _etree_native.child(self._children, path)
        return default if found is None else found.text or ''

    def findall(self, path, namespaces=None):
        """The elements that a path finds."""
        if namespaces is not None or not _is_tag(path):
            return ElementPath.findall(self, path, namespaces)
        return _etree_native.children(self._children, path)

    def iterfind(self, path, namespaces=None):
        """The same, one by one."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Removes children, attributes and texts."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """An attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value):
        """Sets an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The names of the attributes."""
        return self.attrib.keys()

    def items(self):
        """The attributes as pairs."""
        return self.attrib.items()

    def iter(self, tag=None):
        """This element and all below with a tag, in the order of the text."""
        if tag == '*':
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for e in self._children:
            for e in e.iter(tag):
                yield e

    def getiterator(self, tag=None):
        """iter() as a list."""
        warnings.warn('This method will be removed in future versions.  Use '
                      '\'elem.iter()\' or \'list(elem.iter())\' instead.',
                      PendingDeprecationWarning, stacklevel=2)
        return list(self.iter(tag))

    def itertext(self):
        """The texts of this element and all below."""
        tag = self.tag
        if not isinstance(tag, basestring) and tag is not None:
            return
        if self.text:
            yield self.text
        for e in self._children:
            for s in e.itertext():
                yield s
            if e.tail:
                yield e.tail


_Element = _ElementInterface = Element


_etree_native.set_element(Element)


def SubElement(parent, tag, attrib={}, **extra):
    """A new element as last child of another."""
    attrib = attrib.copy()
    attrib.update(extra)
    element = parent.makeelement(tag, attrib)
    parent.append(element)
    return element


def Comment(text=None):
    """A comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """A processing instruction."""
    element = Element(ProcessingInstruction)
    element.text = target
    if text:
        element.text = element.text + ' ' + text
    return element


PI = ProcessingInstruction


class QName(object):
    """A name with its namespace, where a string would be a plain name."""

    def __init__(self, text_or_uri, tag=None):
        if tag:
            text_or_uri = '{%s}%s' % (text_or_uri, tag)
        self.text = text_or_uri

    def __str__(self):
        return self.text

    def __hash__(self):
        return hash(self.text)

    def __cmp__(self, other):
        if isinstance(other, QName):
            return cmp(self.text, other.text)
        return cmp(self.text, other)


class ElementTree(object):
    """A document: a tree of elements from or for a file."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads a file, given by name or open; returns the root."""
        close_source = False
        if not hasattr(source, 'read'):
            source = open(source, 'rb')
            close_source = True
        try:
            if not parser:
                parser = XMLParser(target=TreeBuilder())
            while True:
                data = source.read(65536)
                if not data:
                    break
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if close_source:
                source.close()

    def iter(self, tag=None):
        """All elements with a tag."""
        return self._root.iter(tag)

    def getiterator(self, tag=None):
        """iter() as a list."""
        warnings.warn('This method will be removed in future versions.  Use '
                      '\'tree.iter()\' or \'list(tree.iter())\' instead.',
                      PendingDeprecationWarning, stacklevel=2)
        return list(self.iter(tag))

    def _relative(self, path):
        if path[:1] != '/':
            return path
        path = '.' + path
        warnings.warn('This search is broken in 1.3 and earlier, and will be '
                      'fixed in a future version.  If you rely on the current '
                      'behaviour, change it to %r' % path, FutureWarning,
                      stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None,
              default_namespace=None, method=None):
        """Writes the document."""
        if not method:
            method = 'xml'
        elif method not in _serialize:
            raise ValueError('unknown method %r' % method)
        if hasattr(file_or_filename, 'write'):
            file = file_or_filename
        else:
            file = open(file_or_filename, 'wb')
        write = file.write
        try:
            if not encoding:
                encoding = 'utf-8' if method == 'c14n' else 'us-ascii'
            elif xml_declaration or (xml_declaration is None and
                                     encoding not in ('utf-8', 'us-ascii')):
                if method == 'xml':
                    write("<?xml version='1.0' encoding='%s'?>\n" % encoding)
            if method == 'text':
                _serialize_text(write, self._root, encoding)
            else:
                qnames, namespaces = _namespaces(self._root, encoding,
                                                 default_namespace)
                _serialize[method](write, self._root, encoding, qnames,
                                   namespaces)
        finally:
            if file_or_filename is not file:
                file.close()

    def write_c14n(self, file):
        """Writes the document in the canonical form."""
        return self.write(file, method='c14n')


# --- writing ---

_namespace_map = {
    'http://www.w3.org/XML/1998/namespace': 'xml',
    'http://www.w3.org/1999/xhtml': 'html',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
    'http://www.w3.org/2001/XMLSchema': 'xs',
    'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
    'http://purl.org/dc/elements/1.1/': 'dc',
}


def register_namespace(prefix, uri):
    """The prefix to be written for a namespace."""
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for k, v in _namespace_map.items():
        if k == uri or v == prefix:
            del _namespace_map[k]
    _namespace_map[uri] = prefix


def _raise_serialization_error(text):
    raise TypeError('cannot serialize %r (type %s)'
                    % (text, type(text).__name__))


def _encode(text, encoding):
    try:
        return text.encode(encoding, 'xmlcharrefreplace')
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_cdata(text, encoding):
    try:
        if '&' in text:
            text = text.replace('&', '&amp;')
        if '<' in text:
            text = text.replace('<', '&lt;')
        if '>' in text:
            text = text.replace('>', '&gt;')
        return text.encode(encoding, 'xmlcharrefreplace')
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_attrib(text, encoding):
    try:
        if '&' in text:
            text = text.replace('&', '&amp;')
        if '<' in text:
            text = text.replace('<', '&lt;')
        if '>' in text:
            text = text.replace('>', '&gt;')
        if '"' in text:
            text = text.replace('"', '&quot;')
        if '\n' in text:
            text = text.replace('\n', '&#10;')
        return text.encode(encoding, 'xmlcharrefreplace')
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


def _escape_attrib_html(text, encoding):
    try:
        if '&' in text:
            text = text.replace('&', '&amp;')
        if '>' in text:
            text = text.replace('>', '&gt;')
        if '"' in text:
            text = text.replace('"', '&quot;')
        return text.encode(encoding, 'xmlcharrefreplace')
    except (TypeError, AttributeError):
        _raise_serialization_error(text)


class _Names(object):
    """The names of a tree as they are written, and its namespaces."""

    def __init__(self, encoding, default_namespace):
        self.encoding = encoding
        self.default = default_namespace
        self.qnames = {None: None}
        self.namespaces = {}
        if default_namespace:
            self.namespaces[default_namespace] = ''

    def add(self, qname):
        try:
            if qname[:1] != '{':
                if self.default:
                    raise ValueError('cannot use non-qualified names with '
                                     'default_namespace option')
                self.qnames[qname] = qname.encode(self.encoding)
                return
            uri, tag = qname[1:].rsplit('}', 1)
            prefix = self.namespaces.get(uri)
            if prefix is None:
                prefix = _namespace_map.get(uri)
                if prefix is None:
                    prefix = 'ns%d' % len(self.namespaces)
                if prefix != 'xml':
                    self.namespaces[uri] = prefix
            name = '%s:%s' % (prefix, tag) if prefix else tag
            self.qnames[qname] = name.encode(self.encoding)
        except TypeError:
            _raise_serialization_error(qname)


def _namespaces(elem, encoding, default_namespace=None):
    """(name -> written name, namespace -> prefix) of a tree"""
    names = _Names(encoding, default_namespace)
    qnames = names.qnames
    for elem in elem.iter():
        tag = elem.tag
        if isinstance(tag, QName):
            if tag.text not in qnames:
                names.add(tag.text)
        elif isinstance(tag, basestring):
            if tag not in qnames:
                names.add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _raise_serialization_error(tag)
        for key, value in elem.items():
            if isinstance(key, QName):
                key = key.text
            if key not in qnames:
                names.add(key)
            if isinstance(value, QName) and value.text not in qnames:
                names.add(value.text)
        text = elem.text
        if isinstance(text, QName) and text.text not in qnames:
            names.add(text.text)
    return qnames, names.namespaces


def _write_attributes(write, elem, encoding, qnames, namespaces, escape):
    items = elem.items()
    if not items and not namespaces:
        return
    if namespaces:
        for uri, prefix in sorted(namespaces.items(), key=lambda x: x[1]):
            if prefix:
                prefix = ':' + prefix
            write(' xmlns%s="%s"' % (prefix.encode(encoding),
                                     escape(uri, encoding)))
    for k, v in sorted(items):
        if isinstance(k, QName):
            k = k.text
        if isinstance(v, QName):
            v = qnames[v.text]
        else:
            v = escape(v, encoding)
        write(' %s="%s"' % (qnames[k], v))


def _serialize_xml(write, elem, encoding, qnames, namespaces):
    tag = elem.tag
    text = elem.text
    if tag is Comment:
        write('<!--%s-->' % _encode(text, encoding))
    elif tag is ProcessingInstruction:
        write('<?%s?>' % _encode(text, encoding))
    else:
        tag = qnames[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_cdata(text, encoding))
            for e in elem:
                _serialize_xml(write, e, encoding, qnames, None)
        else:
            write('<' + tag)
            _write_attributes(write, elem, encoding, qnames, namespaces,
                              _escape_attrib)
            if text or len(elem):
                write('>')
                if text:
                    write(_escape_cdata(text, encoding))
                for e in elem:
                    _serialize_xml(write, e, encoding, qnames, None)
                write('</' + tag + '>')
            else:
                write(' />')
    if elem.tail:
        write(_escape_cdata(elem.tail, encoding))


HTML_EMPTY = set(('area', 'base', 'basefont', 'br', 'col', 'frame', 'hr',
                  'img', 'input', 'isindex', 'link', 'meta', 'param'))


def _serialize_html(write, elem, encoding, qnames, namespaces):
    tag = elem.tag
    text = elem.text
    if tag is Comment:
        write('<!--%s-->' % _escape_cdata(text, encoding))
    elif tag is ProcessingInstruction:
        write('<?%s?>' % _escape_cdata(text, encoding))
    else:
        tag = qnames[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape_cdata(text, encoding))
            for e in elem:
                _serialize_html(write, e, encoding, qnames, None)
        else:
            write('<' + tag)
            _write_attributes(write, elem, encoding, qnames, namespaces,
                              _escape_attrib_html)
            write('>')
            lower = tag.lower()
            if text:
                if lower in ('script', 'style'):
                    write(_encode(text, encoding))
                else:
                    write(_escape_cdata(text, encoding))
            for e in elem:
                _serialize_html(write, e, encoding, qnames, None)
            if lower not in HTML_EMPTY:
                write('</' + tag + '>')
    if elem.tail:
        write(_escape_cdata(elem.tail, encoding))


def _serialize_text(write, elem, encoding):
    for part in elem.itertext():
        write(part.encode(encoding))
    if elem.tail:
        write(elem.tail.encode(encoding))


_serialize = {
    'xml': _serialize_xml,
    'html': _serialize_html,
    'text': _serialize_text,
}


class _Lines:
    """A file that keeps what is written."""

    def __init__(self):
        self.data = []
        self.write = self.data.append


def tostringlist(element, encoding=None, method=None):
    """An element written, as a list of strings."""
    file = _Lines()
    ElementTree(element).write(file, encoding, method=method)
    return file.data


def tostring(element, encoding=None, method=None):
    """An element written, as a string."""
    return ''.join(tostringlist(element, encoding, method))


def dump(elem):
    """Writes an element or tree to stdout."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout)
    tail = elem.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


# --- reading ---

def parse(source, parser=None):
    """The tree of a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def iterparse(source, events=None, parser=None):
    """(event, element) pairs while a file is read."""
    close_source = False
    if not hasattr(source, 'read'):
        source = open(source, 'rb')
        close_source = True
    try:
        if not parser:
            parser = XMLParser(target=TreeBuilder())
        return _IterParseIterator(source, events, parser, close_source)
    except:
        if close_source:
            source.close()
        raise


class _IterParseIterator(object):
    """Reads a file as far as the next event needs."""

    def __init__(self, source, events, parser, close_source=False):
        self._file = source
        self._close_file = close_source
        self._events = []
        self._index = 0
        self._error = None
        self.root = self._root = None
        self._parser = parser
        parser = self._parser._parser
        if events is None:
            events = ['end']
        for event in events:
            self._listen(parser, event)

    def _listen(self, parser, event):
        append = self._events.append
        ours = self._parser
        if event == 'start':
            parser.ordered_attributes = 1
            parser.specified_attributes = 1

            def handler(tag, attributes):
                append((event, ours._on_start(tag, attributes)))
            parser.StartElementHandler = handler
        elif event == 'end':
            def handler(tag):
                append((event, ours._on_end(tag)))
            parser.EndElementHandler = handler
        elif event == 'start-ns':
            def handler(prefix, uri):
                try:
                    uri = (uri or '').encode('ascii')
                except UnicodeError:
                    pass
                append((event, (prefix or '', uri or '')))
            parser.StartNamespaceDeclHandler = handler
        elif event == 'end-ns':
            def handler(prefix):
                append((event, None))
            parser.EndNamespaceDeclHandler = handler
        else:
            raise ValueError('unknown event %r' % event)

    def __iter__(self):
        return self

    def next(self):
        try:
            while True:
                if self._index < len(self._events):
                    item = self._events[self._index]
                    self._events[self._index] = None
                    self._index += 1
                    return item
                if self._error:
                    e = self._error
                    self._error = None
                    raise e
                if self._parser is None:
                    self.root = self._root
                    break
                # The handlers have this list.
                del self._events[:]
                self._index = 0
                data = self._file.read(16384)
                if data:
                    try:
                        self._parser.feed(data)
                    except SyntaxError as exc:
                        self._error = exc
                else:
                    self._root = self._parser.close()
                    self._parser = None
        except:
            if self._close_file:
                self._file.close()
            raise
        if self._close_file:
            self._file.close()
        raise StopIteration


def XML(text, parser=None):
    """The root element of a text."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """(root element, its elements by the attribute id)"""
    tree = XML(text, parser)
    ids = {}
    for elem in tree.iter():
        id = elem.get('id')
        if id:
            ids[id] = elem
    return tree, ids


def fromstringlist(sequence, parser=None):
    """The root element of a text in pieces."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


# Between a URI and a name, from expat; _etree_native knows it, too.
_SEPARATOR = '\1'


class XMLParser(object):
    """Feeds a TreeBuilder, or something with its methods, from XML."""

    def __init__(self, html=0, target=None, encoding=None):
        from xml.parsers import expat
        parser = expat.ParserCreate(encoding, _SEPARATOR)
        if target is None:
            target = TreeBuilder()
        self.parser = self._parser = parser
        self.target = self._target = target
        self._error = expat.error
        self._names = {}
        parser.DefaultHandlerExpand = self._default
        parser.ordered_attributes = parser.specified_attributes = 1
        handlers = self._on_start, self._on_end, self._data
        if type(self) is XMLParser:
            handlers = _etree_native.handlers(target, self._names)
            parser._ascii_as_str = True
        (parser.StartElementHandler, parser.EndElementHandler,
         parser.CharacterDataHandler) = handlers
        if hasattr(target, 'comment'):
            parser.CommentHandler = self._comment
        if hasattr(target, 'pi'):
            parser.ProcessingInstructionHandler = self._pi
        parser.buffer_text = 1
        self._doctype = None
        self.entity = {}
        self.version = 'Expat %d.%d.%d' % expat.version_info

    def _raiseerror(self, value):
        err = ParseError(value)
        err.code = value.code
        err.position = value.lineno, value.offset
        raise err

    def _fixtext(self, text):
        # Texts that are ASCII are str.
        try:
            return text.encode('ascii')
        except UnicodeError:
            return text

    def _fixname(self, key):
        name = self._names.get(key)
        if name is None:
            name = key
            if '}' in name:
                name = '{' + name
            self._names[key] = name = self._fixtext(name)
        return name

    def _on_start(self, tag, attrib_in):
        # Subclasses see names with the separator of CPython.
        attrib_in[::2] = [name.replace(_SEPARATOR, '}')
                          for name in attrib_in[::2]]
        return self._start_list(tag.replace(_SEPARATOR, '}'), attrib_in)

    def _on_end(self, tag):
        return self._end(tag.replace(_SEPARATOR, '}'))

    def _start_list(self, tag, attrib_in):
        attrib = {}
        for i in range(0, len(attrib_in), 2):
            attrib[self._fixname(attrib_in[i])] = self._fixtext(
                attrib_in[i + 1])
        return self.target.start(self._fixname(tag), attrib)

    def _data(self, text):
        return self.target.data(self._fixtext(text))

    def _end(self, tag):
        return self.target.end(self._fixname(tag))

    def _comment(self, data):
        comment = getattr(self.target, 'comment', None)
        if comment is not None:
            return comment(self._fixtext(data))

    def _pi(self, target, data):
        pi = getattr(self.target, 'pi', None)
        if pi is not None:
            return pi(self._fixtext(target), self._fixtext(data))

    def _default(self, text):
        prefix = text[:1]
        if prefix == '&':
            try:
                self.target.data(self.entity[text[1:-1]])
            except KeyError:
                from xml.parsers import expat
                err = expat.error(
                    'undefined entity %s: line %d, column %d'
                    % (text, self._parser.ErrorLineNumber,
                       self._parser.ErrorColumnNumber))
                err.code = 11
                err.lineno = self._parser.ErrorLineNumber
                err.offset = self._parser.ErrorColumnNumber
                raise err
        elif prefix == '<' and text == '<!DOCTYPE':
            self._doctype = []
        elif self._doctype is not None:
            self._in_doctype(prefix, text)

    def _in_doctype(self, prefix, text):
        if prefix == '>':
            self._doctype = None
            return
        text = text.strip()
        if not text:
            return
        self._doctype.append(text)
        n = len(self._doctype)
        if n <= 2:
            return
        type = self._doctype[1]
        if type == 'PUBLIC' and n == 4:
            name, type, pubid, system = self._doctype
            if pubid:
                pubid = pubid[1:-1]
        elif type == 'SYSTEM' and n == 3:
            name, type, system = self._doctype
            pubid = None
        else:
            return
        if hasattr(self.target, 'doctype'):
            self.target.doctype(name, pubid, system[1:-1])
        elif self.doctype != self.__doctype:
            # A subclass has the method.
            self.__doctype(name, pubid, system[1:-1])
            self.doctype(name, pubid, system[1:-1])
        self._doctype = None

    def doctype(self, name, pubid, system):
        """To be defined by targets; here it is deprecated."""
        warnings.warn('This method of XMLParser is deprecated.  Define '
                      'doctype() method on the TreeBuilder target.',
                      DeprecationWarning)

    # To see whether a subclass has another.
    __doctype = doctype

    def feed(self, data):
        """Parses a piece of text."""
        try:
            self._parser.Parse(data, 0)
        except self._error as v:
            self._raiseerror(v)

    def close(self):
        """Ends the text; what the target's close() returns."""
        try:
            self._parser.Parse('', 1)
        except self._error as v:
            self._raiseerror(v)
        tree = self.target.close()
        del self.target, self._parser
        return tree


XMLTreeBuilder = XMLParser
