# Children found by their tags: strs, unicodes, subclasses, objects.
import xml.etree.cElementTree as C
import xml.etree.ElementTree as ET


class Tag(object):
    def __eq__(self, other):
        return other == 'odd'


class Loud(object):
    def __eq__(self, other):
        raise KeyError('loud')


def attempt(f, *args):
    try:
        print repr(f(*args))
    except Exception as e:
        print type(e).__name__, e


root = ET.fromstring(u'<r a="1" b="\xe9"><x>1</x><y/>\u20ac<x>2</x>'
                     u'<\xe9>text</\xe9></r>'.encode('utf-8'))
print [e.tag for e in root], root.attrib == {'a': '1', 'b': u'\xe9'}
print root.find('x').text, root.findtext('x'), repr(root.findtext('y')), \
    root.findtext('z', 'none'), len(root.findall('x')), root.findall('z')
print repr(root[1].tail), type(root[0].text), type(root.attrib['a'])
print root.find(u'\xe9').text, root.find(u'x').text
root.append(ET.Element(u'x'))
root.append(ET.Element(Tag()))
root.append(ET.Comment('note'))
print len(root.findall('x')), root.find('odd') is root[5]
root.append(ET.Element(Loud()))
attempt(root.find, 'missing')
attempt(root.findall, 'x')
attempt(root.find, None)
del root[-1]


class Own(ET.Element):
    pass


root.append(Own('own'))
root[-1].text = 'subclass'
print root.findtext('own'), root.find('own').tag
b = ET.TreeBuilder(Own)
b.start('a', {})
b.data('one')
b.data('two')
b.start('b', {'k': 'v'})
b.end('b')
b.data('tail')
b.end('a')
print ET.tostring(b.close())
for e in C.iterparse(__import__('StringIO').StringIO('<a><b>t</b>u</a>')):
    print e[0], e[1].tag, e[1].text, e[1].tail
