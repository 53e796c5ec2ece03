"""A small implementation of the Document Object Model, level 1 and parts of
level 2: nodes, documents, and their making from text."""

import xml.dom
from xml.dom import (EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE,
                     HierarchyRequestErr, IndexSizeErr, InuseAttributeErr,
                     NotFoundErr, WrongDocumentErr)

# What may be a child of what, by node type.
_ELEMENT_CHILDREN = (xml.dom.Node.ELEMENT_NODE,
                     xml.dom.Node.PROCESSING_INSTRUCTION_NODE,
                     xml.dom.Node.COMMENT_NODE, xml.dom.Node.TEXT_NODE,
                     xml.dom.Node.CDATA_SECTION_NODE,
                     xml.dom.Node.ENTITY_REFERENCE_NODE)


class NodeList(list):
    """A list of nodes."""

    __slots__ = ()

    def item(self, index):
        if 0 <= index < len(self):
            return self[index]

    @property
    def length(self):
        return len(self)


class EmptyNodeList(tuple):
    """The children of nodes that can have none."""

    __slots__ = ()

    def __add__(self, other):
        return NodeList(other)

    def __radd__(self, other):
        return NodeList(other)

    def item(self, index):
        return None

    length = 0


class Node(xml.dom.Node):
    """The base of nodes."""

    namespaceURI = None
    parentNode = None
    ownerDocument = None
    nextSibling = None
    previousSibling = None
    prefix = EMPTY_PREFIX
    nodeValue = None
    attributes = None

    def __nonzero__(self):
        return True

    def toxml(self, encoding=None):
        """The node as text."""
        return self.toprettyxml('', '', encoding)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None):
        """The node as text with line breaks."""
        pieces = _Pieces()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(pieces, '', indent, newl, encoding)
        else:
            self.writexml(pieces, '', indent, newl)
        text = ''.join(pieces.list)
        return text if encoding is None else text.encode(encoding)

    def hasChildNodes(self):
        return bool(self.childNodes)

    def _get_childNodes(self):
        return self.childNodes

    @property
    def firstChild(self):
        if self.childNodes:
            return self.childNodes[0]

    @property
    def lastChild(self):
        if self.childNodes:
            return self.childNodes[-1]

    @property
    def localName(self):
        return None

    def _check_child(self, node):
        if node.nodeType not in self._child_node_types:
            raise HierarchyRequestErr('%s cannot be child of %s'
                                      % (repr(node), repr(self)))

    def insertBefore(self, newChild, refChild):
        """Inserts a child before another, or at the end."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for c in tuple(newChild.childNodes):
                self.insertBefore(c, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            return self.appendChild(newChild)
        try:
            index = self.childNodes.index(refChild)
        except ValueError:
            raise NotFoundErr()
        self.childNodes.insert(index, newChild)
        newChild.nextSibling = refChild
        refChild.previousSibling = newChild
        if index:
            before = self.childNodes[index - 1]
            before.nextSibling = newChild
            newChild.previousSibling = before
        else:
            newChild.previousSibling = None
        newChild.parentNode = self
        return newChild

    def appendChild(self, node):
        """Adds a child at the end."""
        if node.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            for c in tuple(node.childNodes):
                self.appendChild(c)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        _append_child(self, node)
        node.nextSibling = None
        return node

    def replaceChild(self, newChild, oldChild):
        """Puts a child in place of another, which is returned."""
        if newChild.nodeType == self.DOCUMENT_FRAGMENT_NODE:
            refChild = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, refChild)
        self._check_child(newChild)
        if newChild is oldChild:
            return
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            index = self.childNodes.index(oldChild)
        except ValueError:
            raise NotFoundErr()
        self.childNodes[index] = newChild
        newChild.parentNode = self
        newChild.nextSibling = oldChild.nextSibling
        newChild.previousSibling = oldChild.previousSibling
        oldChild.parentNode = None
        oldChild.nextSibling = None
        oldChild.previousSibling = None
        if newChild.previousSibling:
            newChild.previousSibling.nextSibling = newChild
        if newChild.nextSibling:
            newChild.nextSibling.previousSibling = newChild
        return oldChild

    def removeChild(self, oldChild):
        """Takes a child out."""
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise NotFoundErr()
        if oldChild.nextSibling is not None:
            oldChild.nextSibling.previousSibling = oldChild.previousSibling
        if oldChild.previousSibling is not None:
            oldChild.previousSibling.nextSibling = oldChild.nextSibling
        oldChild.nextSibling = oldChild.previousSibling = None
        oldChild.parentNode = None
        return oldChild

    def normalize(self):
        """Joins texts that stand side by side, drops empty ones."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = None
                    continue
                if kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = None
                    continue
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        self.childNodes[:] = kept
        before = None
        for child in kept:
            child.previousSibling = before
            child.nextSibling = None
            if before is not None:
                before.nextSibling = child
            before = child

    def cloneNode(self, deep):
        """A copy, with its children if deep."""
        return _clone_node(self, deep, self.ownerDocument or self)

    def isSameNode(self, other):
        return self is other

    def getUserData(self, key):
        """What setUserData() stored, or None."""
        found = self.__dict__.get('_user_data', {}).get(key)
        return found and found[0]

    def setUserData(self, key, data, handler):
        """Stores anything; None takes it away.  handler.handle() is called
        when the node is copied.  What was stored before is the result."""
        old = self.getUserData(key)
        if data is not None:
            self.__dict__.setdefault('_user_data', {})[key] = data, handler
        elif old is not None:
            del self._user_data[key]
        return old

    def _call_user_data_handler(self, operation, src, dst):
        for key, (data, handler) in \
                self.__dict__.get('_user_data', {}).items():
            if handler is not None:
                handler.handle(operation, key, data, src, dst)

    def unlink(self):
        """Takes the tree apart; nothing needs it here."""
        self.parentNode = self.ownerDocument = None
        if self.childNodes:
            for child in self.childNodes:
                child.unlink()
            self.childNodes = NodeList()
        self.previousSibling = None
        self.nextSibling = None


class _Pieces(object):
    """A file that keeps what is written."""

    def __init__(self):
        self.list = []
        self.write = self.list.append


def _append_child(self, node):
    children = self.childNodes
    if children:
        last = children[-1]
        node.previousSibling = last
        last.nextSibling = node
    else:
        node.previousSibling = None
    children.append(node)
    node.parentNode = self


def _write_data(writer, data):
    """Writes text with what XML needs in place of some characters."""
    if data:
        data = data.replace('&', '&amp;').replace('<', '&lt;')
        data = data.replace('"', '&quot;').replace('>', '&gt;')
        writer.write(data)


def _tagged(parent, result, matches):
    for node in parent.childNodes:
        if node.nodeType == Node.ELEMENT_NODE:
            if matches(node):
                result.append(node)
            _tagged(node, result, matches)
    return result


def _by_tag_name(node, name):
    return _tagged(node, NodeList(),
                   lambda n: name == '*' or n.tagName == name)


def _by_tag_name_ns(node, uri, name):
    return _tagged(node, NodeList(),
                   lambda n: ((name == '*' or n.localName == name) and
                              (uri == '*' or n.namespaceURI == uri)))


class DocumentFragment(Node):
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = '#document-fragment'
    _child_node_types = _ELEMENT_CHILDREN

    def __init__(self):
        self.childNodes = NodeList()


class TypeInfo(object):
    """The type of an element or attribute in a schema."""

    def __init__(self, namespace, name):
        self.namespace = namespace
        self.name = name

    def __repr__(self):
        if self.namespace:
            return '<TypeInfo %r (from %r)>' % (self.name, self.namespace)
        return '<TypeInfo %r>' % self.name


_no_type = TypeInfo(None, None)
# Of a node that was renamed to a name without a namespace.
_NO_LOCAL_NAME = object()


def _local_name(local, qname):
    if local is _NO_LOCAL_NAME:
        return None
    return local or qname.split(':', 1)[-1]


class Attr(Node):
    """An attribute of an element."""

    nodeType = Node.ATTRIBUTE_NODE
    attributes = None
    ownerElement = None
    specified = False
    _is_id = False
    childNodes = EmptyNodeList()
    _child_node_types = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None,
                 prefix=None):
        self.nodeName = self.name = qName
        self.namespaceURI = namespaceURI
        if prefix is None and ':' in qName:
            prefix = qName.split(':', 1)[0]
        self.prefix = prefix
        self._local = localName
        self._value = ''
        self.childNodes = NodeList()
        _append_child(self, Text())

    @property
    def localName(self):
        return _local_name(self._local, self.nodeName)

    def _declared_type(self):
        """What the DTD says, None if nothing."""
        element = self.ownerElement
        if element is None or element.namespaceURI or self.namespaceURI:
            return None
        types = getattr(self.ownerDocument, '_attr_types', {})
        return types.get((element.tagName, self.nodeName))

    @property
    def isId(self):
        return self._is_id or self._declared_type() == 'ID'

    @isId.setter
    def isId(self, value):
        self._is_id = value

    @property
    def schemaType(self):
        declared = self._declared_type()
        if declared is None:
            return _no_type
        return TypeInfo(None, 'enumeration' if declared.startswith('(')
                        else str(declared).lower())

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value
        self.childNodes[0].data = value

    nodeValue = value

    def unlink(self):
        element = self.ownerElement
        if element is not None:
            element._attrs.pop(self.nodeName, None)
        self.ownerElement = None


class NamedNodeMap(object):
    """The attributes of an element, by name or by (namespace, name)."""

    def __init__(self, attrs, owner):
        self._attrs = attrs
        self._owner = owner

    @property
    def length(self):
        return len(self._attrs)

    def item(self, index):
        try:
            return self[self._attrs.keys()[index]]
        except IndexError:
            return None

    def items(self):
        return [(a.nodeName, a.value) for a in self._attrs.values()]

    def itemsNS(self):
        return [((a.namespaceURI, a.localName), a.value)
                for a in self._attrs.values()]

    def has_key(self, key):
        return self.get(key) is not None

    __contains__ = has_key

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return [(a.namespaceURI, a.localName) for a in self._attrs.values()]

    def values(self):
        return self._attrs.values()

    def _find_ns(self, pair):
        for a in self._attrs.values():
            if (a.namespaceURI, a.localName) == pair:
                return a

    def get(self, name, value=None):
        if isinstance(name, tuple):
            found = self._find_ns(name)
            return value if found is None else found
        return self._attrs.get(name, value)

    def __len__(self):
        return len(self._attrs)

    def __getitem__(self, name):
        found = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __setitem__(self, name, value):
        if isinstance(value, basestring):
            node = self._attrs.get(name)
            if node is None:
                node = Attr(name)
                node.ownerDocument = self._owner.ownerDocument
                self.setNamedItem(node)
            node.value = value
        else:
            if not isinstance(value, Attr):
                raise TypeError('value must be a string or Attr object')
            self.setNamedItem(value)

    def __delitem__(self, name):
        node = self[name]
        del self._attrs[node.nodeName]
        node.ownerElement = None

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        return self._find_ns((namespaceURI, localName))

    def removeNamedItem(self, name):
        node = self.getNamedItem(name)
        if node is None:
            raise NotFoundErr()
        del self[name]
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        node = self.getNamedItemNS(namespaceURI, localName)
        if node is None:
            raise NotFoundErr()
        del self._attrs[node.nodeName]
        node.ownerElement = None
        return node

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise HierarchyRequestErr('%s cannot be child of %s'
                                      % (repr(node), repr(self)))
        old = self._attrs.get(node.name)
        if old is None and node.namespaceURI:
            old = self._find_ns((node.namespaceURI, node.localName))
        if old is not None and old is not node:
            self._attrs.pop(old.name, None)
            old.ownerElement = None
            old.isId = False
        self._attrs[node.name] = node
        node.ownerElement = self._owner
        return old

    setNamedItemNS = setNamedItem


AttributeList = NamedNodeMap


class Element(Node):
    nodeType = Node.ELEMENT_NODE
    nodeValue = None
    schemaType = _no_type
    _child_node_types = _ELEMENT_CHILDREN

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None,
                 localName=None):
        self.tagName = self.nodeName = tagName
        self.prefix = prefix
        self.namespaceURI = namespaceURI
        self._local = localName
        self.childNodes = NodeList()
        self._attrs = {}

    @property
    def localName(self):
        return _local_name(self._local, self.tagName)

    @property
    def attributes(self):
        return NamedNodeMap(self._attrs, self)

    def __repr__(self):
        return '<DOM Element: %s at %#x>' % (self.tagName, id(self))

    def unlink(self):
        for attr in self._attrs.values():
            attr.unlink()
        self._attrs = {}
        Node.unlink(self)

    def getAttribute(self, attname):
        """The value of an attribute, "" if there is none."""
        node = self._attrs.get(attname)
        return '' if node is None else node.value

    def getAttributeNS(self, namespaceURI, localName):
        node = self.getAttributeNodeNS(namespaceURI, localName)
        return '' if node is None else node.value

    def setAttribute(self, attname, value):
        """Sets an attribute."""
        node = self._attrs.get(attname)
        if node is None:
            node = Attr(attname)
            node.ownerDocument = self.ownerDocument
            self.setAttributeNode(node)
        node.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, local = _split_name(qualifiedName)
        node = self.getAttributeNodeNS(namespaceURI, local)
        if node is None:
            node = Attr(qualifiedName, namespaceURI, local, prefix)
            node.ownerDocument = self.ownerDocument
            self.setAttributeNode(node)
        node.value = value
        if node.prefix != prefix:
            del self._attrs[node.nodeName]
            node.prefix = prefix
            node.nodeName = node.name = qualifiedName
            self._attrs[qualifiedName] = node

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self.attributes.getNamedItemNS(namespaceURI, localName)

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise InuseAttributeErr('attribute node already owned')
        return self.attributes.setNamedItem(attr)

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        try:
            self.removeAttributeNode(self._attrs[name])
        except KeyError:
            raise NotFoundErr()

    def removeAttributeNS(self, namespaceURI, localName):
        node = self.getAttributeNodeNS(namespaceURI, localName)
        if node is None:
            raise NotFoundErr()
        self.removeAttributeNode(node)

    def removeAttributeNode(self, node):
        if node is None or self._attrs.get(node.name) is not node:
            raise NotFoundErr()
        del self._attrs[node.name]
        node.ownerElement = None
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return self.getAttributeNodeNS(namespaceURI, localName) is not None

    def setIdAttribute(self, name):
        """Says that an attribute is the element's id."""
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI,
                                                        localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or not self.isSameNode(idAttr.ownerElement):
            raise xml.dom.NotFoundErr()
        idAttr.isId = True

    def hasAttributes(self):
        return bool(self._attrs)

    def getElementsByTagName(self, name):
        """The elements below with a tag."""
        return _by_tag_name(self, name)

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _by_tag_name_ns(self, namespaceURI, localName)

    def writexml(self, writer, indent='', addindent='', newl=''):
        """Writes the element to a file."""
        writer.write(indent + '<' + self.tagName)
        for name in sorted(self._attrs.keys()):
            writer.write(' %s="' % name)
            _write_data(writer, self._attrs[name].value)
            writer.write('"')
        if not self.childNodes:
            writer.write('/>%s' % newl)
            return
        writer.write('>')
        if (len(self.childNodes) == 1 and
                self.childNodes[0].nodeType == Node.TEXT_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write('</%s>%s' % (self.tagName, newl))


class Childless(object):
    """What nodes without children say to those who want some."""

    attributes = None
    childNodes = EmptyNodeList()
    firstChild = None
    lastChild = None

    def appendChild(self, node):
        raise HierarchyRequestErr(self.nodeName +
                                  ' nodes cannot have children')

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise HierarchyRequestErr(self.nodeName +
                                  ' nodes do not have children')

    def removeChild(self, oldChild):
        raise NotFoundErr(self.nodeName + ' nodes do not have children')

    def normalize(self):
        pass

    def replaceChild(self, newChild, oldChild):
        raise HierarchyRequestErr(self.nodeName +
                                  ' nodes do not have children')


class ProcessingInstruction(Childless, Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target = self.nodeName = target
        self.data = self.nodeValue = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write('%s<?%s %s?>%s' % (indent, self.target, self.data, newl))


class CharacterData(Childless, Node):
    """The base of texts and comments."""

    data = ''

    @property
    def length(self):
        return len(self.data)

    __len__ = lambda self: len(self.data)

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, data):
        self.data = data

    def __repr__(self):
        data = self.data
        dots = ''
        if len(data) > 10:
            dots = '...'
        return '<DOM %s node "%r%s">' % (self.__class__.__name__, data[0:10],
                                         dots)

    def _check_range(self, offset, count=0):
        if offset < 0:
            raise IndexSizeErr('offset cannot be negative')
        if offset >= len(self.data):
            raise IndexSizeErr('offset cannot be beyond end of data')
        if count < 0:
            raise IndexSizeErr('count cannot be negative')

    def substringData(self, offset, count):
        self._check_range(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        self._check_range(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._check_range(offset, count)
        if count:
            self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._check_range(offset, count)
        if count:
            self.data = (self.data[:offset] + arg +
                         self.data[offset + count:])


class Text(CharacterData):
    nodeType = Node.TEXT_NODE
    nodeName = '#text'

    def splitText(self, offset):
        """Cuts the text in two nodes; returns the second."""
        if offset < 0 or offset > len(self.data):
            raise IndexSizeErr('illegal offset value')
        rest = self.__class__()
        rest.data = self.data[offset:]
        rest.ownerDocument = self.ownerDocument
        following = self.nextSibling
        if self.parentNode and self in self.parentNode.childNodes:
            self.parentNode.insertBefore(rest, following)
        self.data = self.data[:offset]
        return rest

    def writexml(self, writer, indent='', addindent='', newl=''):
        _write_data(writer, '%s%s%s' % (indent, self.data, newl))

    @property
    def wholeText(self):
        """The text with its neighbours."""
        first = self
        while first.previousSibling is not None and \
                first.previousSibling.nodeType in (Node.TEXT_NODE,
                                                   Node.CDATA_SECTION_NODE):
            first = first.previousSibling
        parts = []
        while first is not None and first.nodeType in (
                Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.append(first.data)
            first = first.nextSibling
        return ''.join(parts)


    def replaceWholeText(self, content):
        """Puts other text in the place of this and its neighbours; without
        any they are removed, and the result is None."""
        kinds = Node.TEXT_NODE, Node.CDATA_SECTION_NODE
        parent = self.parentNode
        for name in 'previousSibling', 'nextSibling':
            node = getattr(self, name)
            while node is not None and node.nodeType in kinds:
                following = getattr(node, name)
                parent.removeChild(node)
                node = following
        if not content:
            parent.removeChild(self)
            return None
        self.data = content
        return self


class Comment(CharacterData):
    nodeType = Node.COMMENT_NODE
    nodeName = '#comment'

    def __init__(self, data):
        self.data = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write('%s<!--%s-->%s' % (indent, self.data, newl))


class CDATASection(Text):
    nodeType = Node.CDATA_SECTION_NODE
    nodeName = '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if self.data.find(']]>') >= 0:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write('<![CDATA[%s]]>' % self.data)


class ReadOnlySequentialNamedNodeMap(object):
    """Nodes in their order, found by name."""

    def __init__(self, seq=()):
        self._seq = seq

    def __len__(self):
        return len(self._seq)

    length = property(__len__)

    def getNamedItem(self, name):
        for n in self._seq:
            if n.nodeName == name:
                return n
        return None

    def getNamedItemNS(self, namespaceURI, localName):
        for n in self._seq:
            if n.namespaceURI == namespaceURI and n.localName == localName:
                return n
        return None

    def __getitem__(self, name_or_tuple):
        if isinstance(name_or_tuple, tuple):
            node = self.getNamedItemNS(*name_or_tuple)
        else:
            node = self.getNamedItem(name_or_tuple)
        if node is None:
            raise KeyError(name_or_tuple)
        return node

    def item(self, index):
        return self._seq[index] if 0 <= index < len(self._seq) else None

    def _refuse(self, *args):
        raise xml.dom.NoModificationAllowedErr(
            'NamedNodeMap instance is read-only')

    removeNamedItem = removeNamedItemNS = _refuse
    setNamedItem = setNamedItemNS = _refuse


class Entity(Node):
    """An entity that a DTD declares."""

    attributes = None
    nodeType = Node.ENTITY_NODE
    nodeValue = None
    actualEncoding = None
    encoding = None
    version = None

    def __init__(self, name, publicId, systemId, notation):
        self.nodeName = name
        self.notationName = notation
        self.childNodes = NodeList()
        self.publicId = publicId
        self.systemId = systemId

    def appendChild(self, newChild):
        raise xml.dom.HierarchyRequestErr(
            'cannot append children to an entity node')

    def insertBefore(self, newChild, refChild):
        raise xml.dom.HierarchyRequestErr(
            'cannot insert children below an entity node')

    def removeChild(self, oldChild):
        raise xml.dom.HierarchyRequestErr(
            'cannot remove children from an entity node')

    def replaceChild(self, newChild, oldChild):
        raise xml.dom.HierarchyRequestErr(
            'cannot replace children of an entity node')


class Notation(Childless, Node):
    """A notation that a DTD declares."""

    nodeType = Node.NOTATION_NODE
    nodeValue = None

    def __init__(self, name, publicId, systemId):
        self.nodeName = name
        self.publicId = publicId
        self.systemId = systemId


class DocumentType(Childless, Node):
    nodeType = Node.DOCUMENT_TYPE_NODE
    name = None
    publicId = None
    systemId = None
    internalSubset = None

    def __init__(self, qualifiedName):
        self.entities = ReadOnlySequentialNamedNodeMap([])
        self.notations = ReadOnlySequentialNamedNodeMap([])
        if qualifiedName:
            self.name = _split_name(qualifiedName)[1]
        self.nodeName = self.name

    def cloneNode(self, deep):
        """A copy, if it belongs to no document; else None."""
        if self.ownerDocument is not None:
            return None
        clone = DocumentType(None)
        clone.name = self.name
        clone.nodeName = self.name
        operation = xml.dom.UserDataHandler.NODE_CLONED
        if deep:
            self._copy_declarations(clone, None, operation)
        self._call_user_data_handler(operation, self, clone)
        return clone

    def _copy_declarations(self, clone, document, operation):
        clone.entities._seq = []
        clone.notations._seq = []
        for n in self.notations._seq:
            copy = Notation(n.nodeName, n.publicId, n.systemId)
            clone.notations._seq.append(copy)
            copy.ownerDocument = document
            n._call_user_data_handler(operation, n, copy)
        for e in self.entities._seq:
            copy = Entity(e.nodeName, e.publicId, e.systemId, e.notationName)
            copy.actualEncoding = e.actualEncoding
            copy.encoding = e.encoding
            copy.version = e.version
            clone.entities._seq.append(copy)
            copy.ownerDocument = document
            e._call_user_data_handler(operation, e, copy)

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write('<!DOCTYPE ')
        writer.write(self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId,
                                                      newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        if self.internalSubset is not None:
            writer.write(' [')
            writer.write(self.internalSubset)
            writer.write(']')
        writer.write('>' + newl)


class DOMImplementation(object):
    """Makes documents."""

    _features = [('core', '1.0'), ('core', '2.0'), ('core', None),
                 ('xml', '1.0'), ('xml', '2.0'), ('xml', None),
                 ('ls-load', '3.0'), ('ls-load', None)]

    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in self._features

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        """A document with its root element."""
        if doctype and doctype.parentNode is not None:
            raise WrongDocumentErr('doctype object owned by another DOM tree')
        doc = Document()
        if qualifiedName:
            prefix, local = _split_name(qualifiedName)
            if (prefix == 'xml' and
                    namespaceURI != 'http://www.w3.org/XML/1998/namespace'):
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr('illegal use of prefix without '
                                           'namespaces')
            if doctype:
                doc.appendChild(doctype)
            doc.appendChild(doc.createElementNS(namespaceURI, qualifiedName))
        elif namespaceURI is not None or doctype is not None:
            raise xml.dom.InvalidCharacterErr('Element with no name')
        if doctype:
            doctype.ownerDocument = doc
        doc.doctype = doctype
        doc.implementation = self
        return doc

    def createDocumentType(self, qualifiedName, publicId, systemId):
        doctype = DocumentType(qualifiedName)
        doctype.publicId = publicId
        doctype.systemId = systemId
        return doctype

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None


class Document(Node):
    nodeType = Node.DOCUMENT_NODE
    nodeName = '#document'
    implementation = DOMImplementation()
    doctype = None
    encoding = None
    standalone = None
    version = None
    _child_node_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE,
                         Node.COMMENT_NODE, Node.DOCUMENT_TYPE_NODE)

    def __init__(self):
        self.childNodes = NodeList()

    def appendChild(self, node):
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement:
            raise HierarchyRequestErr('two document elements disallowed')
        return Node.appendChild(self, node)

    @property
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node

    def unlink(self):
        self.doctype = None
        Node.unlink(self)

    def cloneNode(self, deep):
        if not deep:
            return None
        clone = self.implementation.createDocument(None, None, None)
        clone.encoding = self.encoding
        clone.standalone = self.standalone
        clone.version = self.version
        for n in self.childNodes:
            child = _clone_node(n, deep, clone)
            _append_child(clone, child)
            if child.nodeType == Node.DOCUMENT_TYPE_NODE:
                clone.doctype = child
        return clone

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        prefix, local = _split_name(qualifiedName)
        return self._own(Element(qualifiedName, namespaceURI, prefix))

    def createTextNode(self, data):
        if not isinstance(data, basestring):
            raise TypeError('node contents must be a string')
        t = Text()
        t.data = data
        return self._own(t)

    def createCDATASection(self, data):
        if not isinstance(data, basestring):
            raise TypeError('node contents must be a string')
        c = CDATASection()
        c.data = data
        return self._own(c)

    def createComment(self, data):
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._own(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = _split_name(qualifiedName)
        return self._own(Attr(qualifiedName, namespaceURI, local, prefix))

    def getElementById(self, id):
        """The element with an id: setIdAttribute() says which are."""
        waiting = list(self.childNodes)
        while waiting:
            node = waiting.pop(0)
            if node.nodeType != Node.ELEMENT_NODE:
                continue
            for attr in node._attrs.values():
                if attr.isId and attr.value == id:
                    return node
            waiting[:0] = node.childNodes
        return None

    def renameNode(self, n, namespaceURI, name):
        """Gives an element or attribute another name."""
        if n.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr(
                'cannot rename nodes from other documents;\n'
                'expected %s,\nfound %s' % (self, n.ownerDocument))
        if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise xml.dom.NotSupportedErr(
                'renameNode() only applies to element and attribute nodes')
        prefix = local = None
        if namespaceURI != EMPTY_NAMESPACE:
            prefix, local = _split_name(name)
            if namespaceURI != xml.dom.XMLNS_NAMESPACE:
                if prefix == 'xmlns':
                    raise xml.dom.NamespaceErr(
                        "illegal use of 'xmlns' prefix")
                if name == 'xmlns' and n.nodeType == Node.ATTRIBUTE_NODE:
                    raise xml.dom.NamespaceErr(
                        "illegal use of the 'xmlns' attribute")
        element, is_id = None, False
        if n.nodeType == Node.ATTRIBUTE_NODE:
            element, is_id = n.ownerElement, n.isId
            if element is not None:
                element.removeAttributeNode(n)
        n.prefix = prefix
        n._local = local or _NO_LOCAL_NAME
        n.namespaceURI = namespaceURI
        n.nodeName = name
        if n.nodeType == Node.ELEMENT_NODE:
            n.tagName = name
        else:
            n.name = name
            if element is not None:
                element.setAttributeNode(n)
                n.isId = is_id
        return n

    def getElementsByTagName(self, name):
        return _by_tag_name(self, name)

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return _by_tag_name_ns(self, namespaceURI, localName)

    def isSupported(self, feature, version):
        return self.implementation.hasFeature(feature, version)

    def importNode(self, node, deep):
        """A copy of another document's node."""
        if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
            raise xml.dom.NotSupportedErr('cannot import ' + (
                'document nodes' if node.nodeType == Node.DOCUMENT_NODE
                else 'document type nodes'))
        return _clone_node(node, deep, self)

    def writexml(self, writer, indent='', addindent='', newl='',
                 encoding=None):
        if encoding is None:
            writer.write('<?xml version="1.0" ?>' + newl)
        else:
            writer.write('<?xml version="1.0" encoding="%s"?>%s'
                         % (encoding, newl))
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _split_name(name):
    """(prefix or None, local name)"""
    fields = name.split(':', 1)
    if len(fields) == 2:
        return fields
    return None, fields[0]


def _clone_node(node, deep, document):
    if node.ownerDocument is document:
        operation = xml.dom.UserDataHandler.NODE_CLONED
    else:
        operation = xml.dom.UserDataHandler.NODE_IMPORTED
    clone = _plain_clone(node, deep, document, operation)
    node._call_user_data_handler(operation, node, clone)
    return clone


def _plain_clone(node, deep, document, operation):
    if node.nodeType == Node.ELEMENT_NODE:
        clone = document.createElementNS(node.namespaceURI, node.nodeName)
        for attr in node._attrs.values():
            clone.setAttributeNS(attr.namespaceURI, attr.nodeName, attr.value)
    elif node.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
        clone = document.createDocumentFragment()
    elif node.nodeType == Node.TEXT_NODE:
        return document.createTextNode(node.data)
    elif node.nodeType == Node.CDATA_SECTION_NODE:
        return document.createCDATASection(node.data)
    elif node.nodeType == Node.PROCESSING_INSTRUCTION_NODE:
        return document.createProcessingInstruction(node.target, node.data)
    elif node.nodeType == Node.COMMENT_NODE:
        return document.createComment(node.data)
    elif node.nodeType == Node.ATTRIBUTE_NODE:
        clone = document.createAttributeNS(node.namespaceURI, node.nodeName)
        clone.specified = True
        clone.value = node.value
        return clone
    elif node.nodeType == Node.DOCUMENT_TYPE_NODE:
        clone = document.implementation.createDocumentType(
            node.name, node.publicId, node.systemId)
        clone.internalSubset = node.internalSubset
        clone.ownerDocument = document
        if deep:
            node._copy_declarations(clone, document, operation)
        return clone
    else:
        raise xml.dom.NotSupportedErr('Cannot clone node %s' % repr(node))
    if deep:
        for child in node.childNodes:
            clone.appendChild(_clone_node(child, deep, document))
    return clone


class _Builder(object):
    """Makes a document of what the parser tells."""

    def __init__(self):
        from xml.parsers import expat
        self.parser = p = expat.ParserCreate(namespace_separator=' ')
        p.buffer_text = True
        p.ordered_attributes = True
        p.specified_attributes = True
        p.namespace_prefixes = True
        p.XmlDeclHandler = self.declaration
        p.StartDoctypeDeclHandler = self.start_doctype
        p.EndDoctypeDeclHandler = self.end_doctype
        p.StartElementHandler = self.start
        p.EndElementHandler = self.end
        p.CharacterDataHandler = self.text
        p.StartCdataSectionHandler = self.start_cdata
        p.EndCdataSectionHandler = self.end_cdata
        p.CommentHandler = self.comment
        p.ProcessingInstructionHandler = self.instruction
        p.StartNamespaceDeclHandler = self.namespace
        self.document = self.node = Document()
        self.document._attr_types = {}
        self.cdata = False
        self.declared = []
        self.subset = None

    def declaration(self, version, encoding, standalone):
        document = self.document
        document.version = version
        document.encoding = encoding
        if standalone >= 0:
            document.standalone = bool(standalone)

    def start_doctype(self, name, system, public, has_internal):
        document = self.document
        doctype = document.implementation.createDocumentType(name, public,
                                                             system)
        doctype.ownerDocument = document
        _append_child(document, doctype)
        document.doctype = doctype
        if has_internal:
            self.subset = []
            self.parser.DefaultHandlerExpand = self.subset.append
            self.parser.CommentHandler = None
            self.parser.ProcessingInstructionHandler = None

    def end_doctype(self):
        if self.subset is None:
            return
        text = ''.join(self.subset)
        self.parser.DefaultHandlerExpand = None
        self.parser.CommentHandler = self.comment
        self.parser.ProcessingInstructionHandler = self.instruction
        start = text.find('[') + 1
        end = text.rfind(']')
        self.document.doctype.internalSubset = (
            text[start:end] if 0 <= start <= end else text)
        self.subset = None
        self.read_declarations(self.document.doctype)

    def read_declarations(self, doctype):
        """Parses the internal subset once more: a parser does not give a
        declaration both as a text and to its handler."""
        from xml.parsers import expat
        p = expat.ParserCreate('utf-8')
        p.EntityDeclHandler = self.entity
        p.NotationDeclHandler = self.notation
        p.AttlistDeclHandler = self.attribute_type
        text = '<!DOCTYPE x [%s]><x/>' % doctype.internalSubset
        p.Parse(text.encode('utf-8'), True)

    def entity(self, name, is_parameter, value, base, system, public,
               notation):
        if is_parameter:
            return
        node = Entity(name, public, system, notation)
        node.ownerDocument = self.document
        if value is not None:
            node.childNodes.append(self.document.createTextNode(value))
        self.document.doctype.entities._seq.append(node)

    def notation(self, name, base, system, public):
        node = Notation(name, public, system)
        node.ownerDocument = self.document
        self.document.doctype.notations._seq.append(node)

    def attribute_type(self, element, name, type, default, required):
        self.document._attr_types.setdefault((element, name), type)

    def namespace(self, prefix, uri):
        self.declared.append((prefix, uri))

    def name(self, text):
        """(namespace, local name, prefix, qualified name)"""
        parts = text.split(' ')
        if len(parts) == 3:
            uri, local, prefix = parts
            return uri, local, prefix, '%s:%s' % (prefix, local)
        if len(parts) == 2:
            return parts[0], parts[1], EMPTY_PREFIX, parts[1]
        return EMPTY_NAMESPACE, text, EMPTY_PREFIX, text

    def start(self, text, attributes):
        uri, local, prefix, qname = self.name(text)
        element = Element(qname, uri, prefix, local)
        element.ownerDocument = self.document
        _append_child(self.node, element)
        self.node = element
        for prefix, uri in self.declared:
            qname = 'xmlns:' + prefix if prefix else 'xmlns'
            self.attribute(element, qname, XMLNS_NAMESPACE,
                           prefix or 'xmlns', prefix and 'xmlns', uri or '')
        self.declared = []
        for i in range(0, len(attributes), 2):
            uri, local, prefix, qname = self.name(attributes[i])
            self.attribute(element, qname, uri, local, prefix,
                           attributes[i + 1])

    def attribute(self, element, qname, uri, local, prefix, value):
        attr = Attr(qname, uri, local, prefix)
        attr.ownerDocument = self.document
        attr.ownerElement = element
        attr.value = value
        element._attrs[qname] = attr

    def end(self, text):
        self.node = self.node.parentNode

    def add(self, node):
        node.ownerDocument = self.document
        _append_child(self.node, node)

    def text(self, data):
        children = self.node.childNodes
        last = children[-1] if children else None
        kind = Node.CDATA_SECTION_NODE if self.cdata else Node.TEXT_NODE
        if last is not None and last.nodeType == kind and not self.fresh:
            last.data += data
            return
        node = CDATASection() if self.cdata else Text()
        node.data = data
        self.fresh = False
        self.add(node)

    fresh = False

    def start_cdata(self):
        self.cdata = True
        self.fresh = True

    def end_cdata(self):
        self.cdata = False
        self.fresh = False

    def comment(self, data):
        self.add(Comment(data))

    def instruction(self, target, data):
        self.add(ProcessingInstruction(target, data))


def parse(file, parser=None, bufsize=None):
    """The document of a file, given by name or open."""
    builder = _Builder()
    if isinstance(file, basestring):
        with open(file, 'rb') as fp:
            builder.parser.ParseFile(fp)
    else:
        builder.parser.ParseFile(file)
    return builder.document


def parseString(string, parser=None):
    """The document of a text."""
    builder = _Builder()
    builder.parser.Parse(string, True)
    return builder.document


def getDOMImplementation(features=None):
    """The implementation, if it has the features."""
    if features:
        if isinstance(features, basestring):
            features = _feature_pairs(features)
        for f, v in features:
            if not Document.implementation.hasFeature(f, v):
                return None
    return Document.implementation


def _feature_pairs(text):
    words = text.split()
    pairs = []
    i = 0
    while i < len(words):
        version = None
        if i + 1 < len(words) and words[i + 1][0] in '0123456789':
            version = words[i + 1]
            i += 1
            pairs.append((words[i - 1], version))
        else:
            pairs.append((words[i], None))
        i += 1
    return pairs
