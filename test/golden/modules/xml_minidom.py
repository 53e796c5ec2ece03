# -*- coding: utf-8 -*-
from xml.dom import minidom
import xml.dom
d = minidom.parseString('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e "val">]><r a="1" b="x&amp;y"><!-- c --><k n="2">t\xc3\xa9</k>tail<?pi data?><k/><![CDATA[<raw>]]>&e;</r>')
r = d.documentElement
print r.tagName, r.getAttribute('a'), r.getAttribute('b'), repr(r.getAttribute('zz')), r.hasAttribute('b')
print [(n.nodeType, n.nodeName) for n in r.childNodes], [k.toxml() for k in r.getElementsByTagName('k')]
print d.toxml('utf-8')
print minidom.parseString('<a><b>x</b><c/></a>').toprettyxml(indent='  ')
n = minidom.parseString('<x:a xmlns:x="urn:q"><x:b y="1"/></x:a>').documentElement
print n.namespaceURI, n.localName, n.prefix, n.firstChild.attributes['y'].value, n.toxml(), len(n.getElementsByTagNameNS('urn:q', 'b'))
doc = minidom.getDOMImplementation().createDocument(None, 'root', None)
e = doc.createElement('item'); e.setAttribute('k', '"<v>"'); e.appendChild(doc.createTextNode('a & b'))
root = doc.documentElement; root.appendChild(e); c = e.cloneNode(True); root.insertBefore(c, e); c.setAttribute('n', '1')
root.appendChild(doc.createComment('hi')); root.appendChild(doc.createTextNode('x')); root.appendChild(doc.createTextNode('y')); root.normalize()
print root.toxml(), root.lastChild.data, len(root.childNodes), e.previousSibling is c, root.lastChild
root.removeChild(c); root.replaceChild(doc.createElement('new'), e)
print doc.toxml(), doc.firstChild is root, sorted(root.firstChild.attributes.keys())
for f in (lambda: root.removeChild(e), lambda: root.removeAttribute('q'), lambda: doc.appendChild(doc.createElement('two')), lambda: doc.createTextNode(5)):
    try: f()
    except (xml.dom.DOMException, TypeError), x: print type(x).__name__, x, getattr(x, 'code', None)
try: minidom.parseString('<a>')
except Exception, x: print type(x).__name__, x
