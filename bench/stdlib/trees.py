"""ElementTree by cElementTree: parse, search, write; expat; minidom."""
import xml.dom.minidom
import xml.etree.cElementTree as ET


def main():
    text = '<root xmlns:n="http://x">' + ''.join(
        '<item id="%d"><name>n%d</name><n:v>%d</n:v>some &amp; text</item>\n'
        % (i, i, i) for i in xrange(8000)) + '</root>'
    for i in range(10):
        root = ET.fromstring(text)
        found = sum(int(e.get('id')) for e in root.findall('item'))
        names = [e.findtext('name') for e in root]
        out = ET.tostring(root)
    print found, names[-1], len(out), len(list(root.iter('name')))
    dom = xml.dom.minidom.parseString(text[:50000].rpartition('\n')[0] +
                                      '</root>')
    print len(dom.getElementsByTagName('name'))


main()
