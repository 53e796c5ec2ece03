# What a DTD declares: entities, notations, types of attributes; renaming.
from xml.dom.minidom import parseString

document = parseString("""<?xml version="1.0" ?>
<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "strict.dtd" [
<!ENTITY smile ":-)"> <!ENTITY smile "x"> <!ENTITY % par "para">
<!NOTATION gif PUBLIC "gif viewer"> <!NOTATION jpg SYSTEM "jv">
<!ENTITY pic SYSTEM "p.gif" NDATA gif> <!ENTITY ext PUBLIC "pu" "ext.xml">
<!ELEMENT doc (#PCDATA|b)*> <!ATTLIST doc w CDATA #FIXED "q">
<!ATTLIST doc x ID #IMPLIED y CDATA "dflt" z (a|b) "a" n NMTOKENS #IMPLIED>
]><doc x="i1">Don't &smile; frown &smile;<b/></doc>""")
doctype = document.doctype
for things in doctype.entities, doctype.notations:
    for i in range(len(things)):
        n = things.item(i)
        print n.nodeName, n.publicId, n.systemId,
        print getattr(n, 'notationName', '-'), n.childNodes and [
            c.toxml() for c in n.childNodes], n.ownerDocument is document
print doctype.toxml()
doc = document.documentElement
print doc.toxml(), document.getElementById('i1') is doc
for name in 'y', 'z', 'n', 'w', 'u', 'x':
    doc.setAttribute(name, 'v')
    attr = doc.getAttributeNode(name)
    print name, attr.isId, attr.schemaType
print len(document.cloneNode(True).doctype.entities)
attr = doc.getAttributeNode('x')
for uri, name in (None, 'b'), ('http://x', 'c'), ('http://y', 'p:d'), ('', 'e'):
    for node in attr, doc:
        node = document.renameNode(node, uri, name)
        print node.nodeName, node.localName, node.namespaceURI, node.prefix
