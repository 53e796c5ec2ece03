# Any text can be a namespace, what stands between it and a name included.
import xml.etree.ElementTree as ET

for uri in '${stuff}', 'a}b', '}', '{', 'http://x', u'\xe9}':
    e = ET.XML((u'<p:name xmlns:p="%s" p:a="1" b="2"/>' % uri).encode('utf-8'))
    print repr(e.tag), sorted(e.attrib.items()), ET.tostring(e)


class Parser(ET.XMLParser):
    pass


print ET.XML('<p:name xmlns:p="${stuff}"/>', parser=Parser()).tag
