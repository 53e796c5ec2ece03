# What parsers make of input that is not quite right.
import ConfigParser
import HTMLParser
import plistlib
import rfc822
import StringIO
import struct
import zipfile


class Events(HTMLParser.HTMLParser):
    def handle_starttag(self, tag, attrs):
        print 's', tag, attrs,

    def handle_endtag(self, tag):
        print 'e', tag,

    def handle_data(self, data):
        print 'd', repr(data),

    def handle_entityref(self, name):
        print 'r', name,

    def handle_charref(self, name):
        print 'c', name,


for text in ('a&#', 'a&#x', 'a&#;b&amp;c', 'a&#zz;b', '&#65', '&', 'x&am', 'x&amp',
             '<script>if (a<b) x', '<script>a</scr<b>', '<style>a</style', '<a', '</', '<!x'):
    parser = Events()
    try:
        parser.feed(text)
        print '|',
        parser.close()
    except HTMLParser.HTMLParseError, e:
        print e,
    print

for text in 'A: b\n c\n\n', 'A: b\n \n\n', 'A:\n c\n d \n\n', 'A: x\n\t\n y\n\n':
    print rfc822.Message(StringIO.StringIO(text)).items()

for date in '2000', '2000Z', '2000-01-02Z', '2000-01-02T03:04:05Z', 'x':
    try:
        print plistlib.readPlistFromString(
            '<plist version="1.0"><date>%s</date></plist>' % date)
    except (AttributeError, TypeError), e:
        print type(e).__name__, e

stream = StringIO.StringIO()
archive = zipfile.ZipFile(stream, 'w')
archive.writestr('a', 'xx')
archive.close()
data = stream.getvalue()
end = data.rindex('PK\5\6')
for size in 0, 5, 20, 47, 0xffff, 1 << 20:
    try:
        changed = data[:end + 12] + struct.pack('<L', size) + data[end + 16:]
        print zipfile.ZipFile(StringIO.StringIO(changed)).namelist()
    except zipfile.BadZipfile, e:
        print e

for format in '%\xdf', u'%\xdf', u'%\u1234', '%y':
    try:
        print format % 1
    except ValueError, e:
        print repr(str(e))
