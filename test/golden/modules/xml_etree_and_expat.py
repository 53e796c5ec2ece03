# -*- coding: utf-8 -*-
import xml.etree.ElementTree as ET
from StringIO import StringIO
r=ET.fromstring('<a x="1" y="&lt;&amp;"><b>text</b>tail<c><d k="v"/></c><!-- com --><b n="2">t\xc3\xa9</b></a>')
print sorted(r.attrib.items()), [e.tag for e in r], r.find('c/d').get('k'), r.findtext('b'), [b.text for b in r.findall('b')], r[0].tail
print ET.tostring(r), repr(ET.tostring(r,'utf-8')), ET.tostring(r, method='text', encoding='utf-8')
print ''.join(r.itertext()).encode('utf-8'), len(list(r.iter())), [e.tag for e in r.iter('d')]
for p in ('.//d','*','b[2]','b[@n]','b[@n="2"]','b[last()]','c/..','.//*[@k]','c[d]','.'):
    print p, [e.tag for e in r.findall(p)]
for bad in '<a>','<a></b>','','<a>&foo;</a>','<a','x':
    try: ET.fromstring(bad)
    except ET.ParseError, e: print type(e).__name__, e, e.code, e.position
n=ET.fromstring('<x:a xmlns:x="urn:q" xmlns="urn:d"><b x:at="1"/></x:a>'); print n.tag, n[0].tag, n[0].attrib; print ET.tostring(n)
e=ET.Element('root', {'k':'v'}, z='1'); s=ET.SubElement(e,'sub'); s.text='a<b>&"c"'; s.set('q','"\n<'); e.append(ET.Comment('hi')); e.append(ET.PI('t','d')); ET.dump(e); e.remove(s); print len(e), ET.tostring(e)
print [(ev,el.tag) for ev,el in ET.iterparse(StringIO('<a><b/><c>x</c></a>'),['start','end'])]
t=ET.ElementTree(r); o=StringIO(); t.write(o,'utf-8',xml_declaration=True); print repr(o.getvalue())
try: ET.tostring(ET.Element('a',{'b':5}))
except TypeError,x: print x
try: r.findall('/a')
except SyntaxError,x: print x
import xml.parsers.expat as X
p=X.ParserCreate()
def h(name): 
    def f(*a): print name, a
    return f
for n in 'StartElement EndElement CharacterData Comment ProcessingInstruction StartCdataSection XmlDecl StartDoctypeDecl EntityDecl ElementDecl AttlistDecl'.split(): setattr(p,n+'Handler',h(n))
p.Parse('<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE a [<!ELEMENT a (b|c)*><!ATTLIST a k CDATA "d"><!ENTITY e "val">]><a>\xe9<?pi da?><!--c--><![CDATA[<x>]]>&e;</a>',1)
def boom(*a): 1/0
p=X.ParserCreate(); p.StartElementHandler=boom
try: p.Parse('<a/>')
except ZeroDivisionError,x: print x
