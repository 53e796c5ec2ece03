# TreeBuilder, the parser's handlers, paths that are tags.
import xml.etree.ElementTree as ET

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e

def show(e, depth=0):
    print '  ' * depth + repr((e.tag, sorted(e.attrib.items()), e.text, e.tail)), type(e).__name__
    for c in e:
        show(c, depth + 1)

DOC = '<?xml version="1.0" encoding="utf-8"?><r xmlns:n="http://x"><a i="1" n:j="\xc3\xa9">t1<b/>t2 &amp; t3</a>tail<n:a>\xc3\xa9\xe2\x82\xac</n:a><!-- c --><a/><_x-y z=""/>\n</r>'
r = ET.fromstring(DOC)
show(r)
for path in 'a', '{http://x}a', 'a/b', '.', '*', 'n:a', 'q', '', '_x-y', './/b', u'a', 'a[1]', '{http://x}*':
    t(lambda: r.find(path) is not None and r.find(path).tag); t(lambda: [e.tag for e in r.findall(path)]); t(r.findtext, path); t(r.findtext, path, 'default')
t(r.find, 5)
t(lambda: r.find('n:a', {'n': 'http://x'}).text)

b = ET.TreeBuilder()
t(b.close); t(b.end, 'x')
attrib = {'k': 'v'}
e = b.start('root', attrib); attrib['k'] = 'changed'
b.data('a'); b.data(u'\xe9'); b.start('c', {}); b.data('in'); b.end('c'); b.data('x'); b.data('y')
t(b.close); t(b.end, 'other')
show(e)
b = ET.TreeBuilder(); b.start('root', {}); b.end('root'); show(b.close()); t(b.end, 'root')

class MyElement(ET.Element): pass
class MyBuilder(ET.TreeBuilder):
    def start(self, tag, attrs):
        print 'start', tag, sorted(attrs.items())
        return ET.TreeBuilder.start(self, tag, attrs)
    def comment(self, text): print 'comment', text
class Target(object):
    def start(self, tag, attrs): print 'S', tag, sorted(attrs.items())
    def end(self, tag): print 'E', tag
    def data(self, data): print 'D', repr(data)
    def close(self): return 'closed'
class MyParser(ET.XMLParser):
    def _start_list(self, tag, attrs):
        print 'MyParser', tag
        return ET.XMLParser._start_list(self, tag, attrs)
show(ET.fromstring(DOC, ET.XMLParser(target=ET.TreeBuilder(MyElement))))
show(ET.fromstring(DOC, ET.XMLParser(target=MyBuilder())))
print ET.fromstring(DOC, ET.XMLParser(target=Target()))
show(ET.fromstring(DOC, MyParser()))
class Bad(Target):
    def data(self, data): raise KeyError(data)
t(ET.fromstring, DOC, ET.XMLParser(target=Bad()))
for text in '<a><b></a>', '<a>&x;</a>', '<a', '', '<a/><b/>', '<a b="1" b="2"/>', '<a>\xff</a>':
    t(ET.fromstring, text)
import StringIO
for event, e in ET.iterparse(StringIO.StringIO(DOC), ('start', 'end')):
    print event, e.tag
