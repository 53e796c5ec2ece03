"""Property lists: trees of dicts, lists, texts, numbers, dates and Data in
XML files, as Mac OS X has them."""
import binascii
import datetime
import re
from cStringIO import StringIO
from warnings import warn as _warn

__all__ = ['readPlist', 'writePlist', 'readPlistFromString',
           'writePlistToString', 'readPlistFromResource',
           'writePlistToResource', 'Plist', 'Data', 'Dict']


def readPlist(pathOrFile):
    """The root of a property list in a file or one of that name."""
    if not isinstance(pathOrFile, basestring):
        return PlistParser().parse(pathOrFile)
    f = open(pathOrFile)
    try:
        return PlistParser().parse(f)
    finally:
        f.close()


def writePlist(rootObject, pathOrFile):
    """Writes a property list to a file or one of that name."""
    f = pathOrFile
    if isinstance(pathOrFile, basestring):
        f = open(pathOrFile, 'w')
    try:
        writer = PlistWriter(f)
        writer.writeln('<plist version="1.0">')
        writer.writeValue(rootObject)
        writer.writeln('</plist>')
    finally:
        if f is not pathOrFile:
            f.close()


def readPlistFromString(data):
    return readPlist(StringIO(data))


def writePlistToString(rootObject):
    out = StringIO()
    writePlist(rootObject, out)
    return out.getvalue()


def readPlistFromResource(path, restype='plst', resid=0):
    """Of a resource fork, which only Macs have."""
    raise ImportError('No module named Carbon.File')


def writePlistToResource(rootObject, path, restype='plst', resid=0):
    """To a resource fork, which only Macs have."""
    raise ImportError('No module named Carbon.File')


_control = re.compile(r'[\x00-\x08\x0b\x0c\x0e-\x1f]')
_date = re.compile(r'(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)'
                   r'(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)'
                   r'(?::(?P<second>\d\d))?)?)?)?)?Z')


def _dateFromString(s):
    parts = _date.match(s).groupdict()
    return datetime.datetime(*[
        int(parts[name])
        for name in ('year', 'month', 'day', 'hour', 'minute', 'second')
        if parts[name] is not None])


def _dateToString(d):
    return '%04d-%02d-%02dT%02d:%02d:%02dZ' % (
        d.year, d.month, d.day, d.hour, d.minute, d.second)


def _escapeAndEncode(text):
    if _control.search(text):
        raise ValueError("strings can't contains control characters; use "
                         "plistlib.Data instead")
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    text = text.replace('&', '&amp;').replace('<', '&lt;')
    return text.replace('>', '&gt;').encode('utf-8')


class DumbXMLWriter:
    """Writes elements, one a line."""

    def __init__(self, file, indentLevel=0, indent='\t'):
        self.file = file
        self.stack = []
        self.indentLevel = indentLevel
        self.indent = indent

    def beginElement(self, element):
        self.stack.append(element)
        self.writeln('<%s>' % element)
        self.indentLevel += 1

    def endElement(self, element):
        assert self.indentLevel > 0
        assert self.stack.pop() == element
        self.indentLevel -= 1
        self.writeln('</%s>' % element)

    def simpleElement(self, element, value=None):
        if value is None:
            self.writeln('<%s/>' % element)
        else:
            self.writeln('<%s>%s</%s>' % (element, _escapeAndEncode(value),
                                          element))

    def writeln(self, line):
        if line:
            line = self.indentLevel * self.indent + line
        self.file.write(line + '\n')


PLISTHEADER = '''\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
"http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''


class PlistWriter(DumbXMLWriter):
    def __init__(self, file, indentLevel=0, indent='\t', writeHeader=1):
        if writeHeader:
            file.write(PLISTHEADER)
        DumbXMLWriter.__init__(self, file, indentLevel, indent)

    def writeValue(self, value):
        if isinstance(value, basestring):
            self.simpleElement('string', value)
        elif isinstance(value, bool):
            self.simpleElement('true' if value else 'false')
        elif isinstance(value, (int, long)):
            self.simpleElement('integer', '%d' % value)
        elif isinstance(value, float):
            self.simpleElement('real', repr(value))
        elif isinstance(value, dict):
            self.writeDict(value)
        elif isinstance(value, Data):
            self.writeData(value)
        elif isinstance(value, datetime.datetime):
            self.simpleElement('date', _dateToString(value))
        elif isinstance(value, (tuple, list)):
            self.writeArray(value)
        else:
            raise TypeError('unsuported type: %s' % type(value))

    def writeData(self, data):
        self.beginElement('data')
        self.indentLevel -= 1
        used = len(self.indent.replace('\t', ' ' * 8) * self.indentLevel)
        for line in data.asBase64(max(16, 76 - used)).split('\n'):
            if line:
                self.writeln(line)
        self.indentLevel += 1
        self.endElement('data')

    def writeDict(self, d):
        self.beginElement('dict')
        for key, value in sorted(d.items()):
            if not isinstance(key, basestring):
                raise TypeError('keys must be strings')
            self.simpleElement('key', key)
            self.writeValue(value)
        self.endElement('dict')

    def writeArray(self, array):
        self.beginElement('array')
        for value in array:
            self.writeValue(value)
        self.endElement('array')


_DEPRECATED = 'Attribute access from plist dicts is deprecated, use ' \
    'd[key] notation instead'


class _InternalDict(dict):
    """A dict whose items are attributes, as they once were."""

    def __getattr__(self, attr):
        if attr not in self:
            raise AttributeError(attr)
        _warn(_DEPRECATED, PendingDeprecationWarning, 2)
        return self[attr]

    def __setattr__(self, attr, value):
        _warn(_DEPRECATED, PendingDeprecationWarning, 2)
        self[attr] = value

    def __delattr__(self, attr):
        if attr not in self:
            raise AttributeError(attr)
        del self[attr]
        _warn(_DEPRECATED, PendingDeprecationWarning, 2)


class Dict(_InternalDict):
    def __init__(self, **kwargs):
        _warn('The plistlib.Dict class is deprecated, use builtin dict '
              'instead', PendingDeprecationWarning, 2)
        super(Dict, self).__init__(**kwargs)


class Plist(_InternalDict):
    """A dict that reads and writes itself."""

    def __init__(self, **kwargs):
        _warn('The Plist class is deprecated, use the readPlist() and '
              'writePlist() functions instead', PendingDeprecationWarning, 2)
        super(Plist, self).__init__(**kwargs)

    @classmethod
    def fromFile(cls, pathOrFile):
        plist = cls()
        plist.update(readPlist(pathOrFile))
        return plist

    def write(self, pathOrFile):
        writePlist(self, pathOrFile)


def _encodeBase64(s, maxlinelength=76):
    size = maxlinelength // 4 * 3
    return ''.join([binascii.b2a_base64(s[i:i + size])
                    for i in range(0, len(s), size)])


class Data:
    """Bytes, which are no text."""

    def __init__(self, data):
        self.data = data

    @classmethod
    def fromBase64(cls, data):
        return cls(binascii.a2b_base64(data))

    def asBase64(self, maxlinelength=76):
        return _encodeBase64(self.data, maxlinelength)

    def __cmp__(self, other):
        if isinstance(other, self.__class__):
            return cmp(self.data, other.data)
        if isinstance(other, str):
            return cmp(self.data, other)
        return cmp(id(self), id(other))

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self.data)


class PlistParser:
    """begin_ELEMENT and end_ELEMENT are called for each element."""

    def __init__(self):
        self.stack = []  # dicts and lists around this place
        self.currentKey = None
        self.root = None

    def parse(self, fileobj):
        from xml.parsers.expat import ParserCreate
        parser = ParserCreate()
        parser.StartElementHandler = self.handleBeginElement
        parser.EndElementHandler = self.handleEndElement
        parser.CharacterDataHandler = self.handleData
        parser.ParseFile(fileobj)
        return self.root

    def handleBeginElement(self, element, attrs):
        self.data = []
        handler = getattr(self, 'begin_' + element, None)
        if handler is not None:
            handler(attrs)

    def handleEndElement(self, element):
        handler = getattr(self, 'end_' + element, None)
        if handler is not None:
            handler()

    def handleData(self, data):
        self.data.append(data)

    def addObject(self, value):
        if self.currentKey is not None:
            self.stack[-1][self.currentKey] = value
            self.currentKey = None
        elif not self.stack:
            self.root = value
        else:
            self.stack[-1].append(value)

    def getData(self):
        """The text so far, as a str if it is ASCII."""
        data = ''.join(self.data)
        self.data = []
        try:
            return data.encode('ascii')
        except UnicodeError:
            return data

    def _begin(self, container):
        self.addObject(container)
        self.stack.append(container)

    def begin_dict(self, attrs):
        self._begin(_InternalDict())

    def end_dict(self):
        self.stack.pop()

    def begin_array(self, attrs):
        self._begin([])

    def end_array(self):
        self.stack.pop()

    def end_key(self):
        self.currentKey = self.getData()

    def end_true(self):
        self.addObject(True)

    def end_false(self):
        self.addObject(False)

    def end_integer(self):
        self.addObject(int(self.getData()))

    def end_real(self):
        self.addObject(float(self.getData()))

    def end_string(self):
        self.addObject(self.getData())

    def end_data(self):
        self.addObject(Data.fromBase64(self.getData()))

    def end_date(self):
        self.addObject(_dateFromString(self.getData()))
