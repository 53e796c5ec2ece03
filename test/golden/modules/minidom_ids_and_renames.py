import xml.dom
from xml.dom import minidom
doc = minidom.parseString("<doc xmlns:ns1='u1' xmlns:ns2='u2' ns1:a1='v' ns2:a2='w'>a<![CDATA[b]]>c<x/></doc>")
e = doc.documentElement
a1 = e.getAttributeNodeNS('u1', 'a1'); a2 = e.getAttributeNodeNS('u2','a2')
e.setIdAttributeNS('u1','a1'); e.setIdAttributeNode(a2)
print doc.getElementById('v') is e, doc.getElementById('w') is e, a1.isId, a2.isId, doc.getElementById('q')
a3 = doc.createAttributeNS('u1','a1'); a3.value='v'; e.setAttributeNode(a3)
print a1.isId, a3.isId, doc.getElementById('v'), doc.getElementById('w') is e
doc.renameNode(a2, None, 'an'); print a2.isId, a2.name, e.toxml()
for args in [(e,'u','xmlns:f'),(minidom.Document().createElement('z'),None,'q'),(doc,None,'x'),(a2,'u','xmlns')]:
    try: print doc.renameNode(*args)
    except Exception as x: print type(x).__name__
print doc.renameNode(e, 'urn', 'p:new').tagName, e.prefix, e.localName, e.namespaceURI
t = e.firstChild; print t.wholeText, t.replaceWholeText('zz').data, e.toxml(); print e.firstChild.replaceWholeText(''), e.toxml()
class H:
    def handle(self, op, key, data, src, dst): print op, key, data, src.nodeName, dst.nodeName
doc = minidom.parseString('<d><e/></d>'); e = doc.documentElement; e.setUserData('k', 5, H()); print e.getUserData('k'), e.getUserData('z'), e.setUserData('k', 6, H()); c = e.cloneNode(1); d2 = minidom.Document(); d2.importNode(e, 0); print e.setUserData('k', None, None), e.getUserData('k')
dt = minidom.getDOMImplementation().createDocumentType('d', 'pub', 'sys'); dt.entities._seq = [minidom.Entity('e','p','s','n')]; dt.notations._seq = [minidom.Notation('n','p','s')]
c = dt.cloneNode(1); print c.name, c.publicId, len(c.entities), c.notations.item(0).nodeName, c.entities['e'].notationName, c.entities.getNamedItem('x'), len(dt.cloneNode(0).entities)
doc = minidom.getDOMImplementation().createDocument(None, 'd', dt); print dt.cloneNode(1), doc.cloneNode(1).toxml()
for f in [lambda: dt.entities['q'], lambda: dt.entities.setNamedItem(1), lambda: dt.entities.item(0).appendChild(1), lambda: e.setIdAttribute('zz')]:
    try: print f()
    except Exception as x: print type(x).__name__, x
print e.schemaType, a1.schemaType.name, e.schemaType.namespace
