"""Forms and headers of CGI programs."""

from operator import attrgetter
import sys
import os
import UserDict
import urlparse
from warnings import filterwarnings, catch_warnings, warn
with catch_warnings():
    if sys.py3kwarning:
        filterwarnings('ignore', '.*mimetools has been removed',
                       DeprecationWarning)
        filterwarnings('ignore', '.*rfc822 has been removed',
                       DeprecationWarning)
    import mimetools
    import rfc822

try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO

__all__ = ['MiniFieldStorage', 'FieldStorage', 'FormContentDict',
           'SvFormContentDict', 'InterpFormContentDict', 'FormContent',
           'parse', 'parse_qs', 'parse_qsl', 'parse_multipart',
           'parse_header', 'print_exception', 'print_environ', 'print_form',
           'print_directory', 'print_arguments', 'print_environ_usage',
           'escape']

__version__ = '2.6'

logfile = ''   # name of the log file
logfp = None   # the open log file

# The longest POST body that is read; 0: any.
maxlen = 0


def initlog(*allargs):
    """Opens the log at the first call, then logs."""
    global logfp, log
    if logfile and not logfp:
        try:
            logfp = open(logfile, 'a')
        except IOError:
            pass
    log = dolog if logfp else nolog
    log(*allargs)


def dolog(fmt, *args):
    """Writes a line to the log."""
    logfp.write(fmt % args + '\n')


def nolog(*allargs):
    """Logs nothing."""


log = initlog


def parse(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0):
    """The form of a request as a dictionary of lists."""
    if fp is None:
        fp = sys.stdin
    if 'REQUEST_METHOD' not in environ:
        environ['REQUEST_METHOD'] = 'GET'
    if environ['REQUEST_METHOD'] == 'POST':
        ctype, pdict = parse_header(environ['CONTENT_TYPE'])
        if ctype == 'multipart/form-data':
            return parse_multipart(fp, pdict)
        qs = ''
        if ctype == 'application/x-www-form-urlencoded':
            clength = int(environ['CONTENT_LENGTH'])
            if maxlen and clength > maxlen:
                raise ValueError('Maximum content length exceeded')
            qs = fp.read(clength)
        if 'QUERY_STRING' in environ:
            if qs:
                qs += '&'
            qs += environ['QUERY_STRING']
        elif sys.argv[1:]:
            if qs:
                qs += '&'
            qs += sys.argv[1]
        environ['QUERY_STRING'] = qs
    elif 'QUERY_STRING' in environ:
        qs = environ['QUERY_STRING']
    else:
        qs = sys.argv[1] if sys.argv[1:] else ''
        environ['QUERY_STRING'] = qs
    return urlparse.parse_qs(qs, keep_blank_values, strict_parsing)


def parse_qs(qs, keep_blank_values=0, strict_parsing=0):
    """urlparse.parse_qs by its old name."""
    warn('cgi.parse_qs is deprecated, use urlparse.parse_qs instead',
         PendingDeprecationWarning, 2)
    return urlparse.parse_qs(qs, keep_blank_values, strict_parsing)


def parse_qsl(qs, keep_blank_values=0, strict_parsing=0,
              max_num_fields=None):
    """urlparse.parse_qsl by its old name."""
    warn('cgi.parse_qsl is deprecated, use urlparse.parse_qsl instead',
         PendingDeprecationWarning, 2)
    return urlparse.parse_qsl(qs, keep_blank_values, strict_parsing,
                              max_num_fields)


def parse_multipart(fp, pdict):
    """The parts of a multipart form as a dictionary of lists."""
    boundary = pdict.get('boundary', '')
    if not valid_boundary(boundary):
        raise ValueError('Invalid boundary in multipart form: %r'
                         % (boundary,))
    nextpart = '--' + boundary
    lastpart = '--' + boundary + '--'
    partdict = {}
    terminator = ''
    while terminator != lastpart:
        size = -1
        data = None
        headers = {}
        if terminator:
            headers = mimetools.Message(fp)
            clength = headers.getheader('content-length')
            if clength:
                try:
                    size = int(clength)
                except ValueError:
                    pass
            if size > 0:
                if maxlen and size > maxlen:
                    raise ValueError('Maximum content length exceeded')
                data = fp.read(size)
            else:
                data = ''
        lines = []
        while True:
            line = fp.readline()
            if not line:
                terminator = lastpart
                break
            if line[:2] == '--':
                terminator = line.strip()
                if terminator in (nextpart, lastpart):
                    break
            lines.append(line)
        if data is None:
            continue
        if size < 0 and lines:
            # The last line break belongs to the boundary.
            line = lines[-1]
            if line[-2:] == '\r\n':
                line = line[:-2]
            elif line[-1:] == '\n':
                line = line[:-1]
            lines[-1] = line
            data = ''.join(lines)
        disposition = headers['content-disposition']
        if not disposition:
            continue
        key, params = parse_header(disposition)
        if key != 'form-data' or 'name' not in params:
            continue
        partdict.setdefault(params['name'], []).append(data)
    return partdict


def _parseparam(s):
    while s[:1] == ';':
        s = s[1:]
        end = s.find(';')
        # Semicolons within quotes do not count.
        while end > 0 and (s.count('"', 0, end) -
                           s.count('\\"', 0, end)) % 2:
            end = s.find(';', end + 1)
        if end < 0:
            end = len(s)
        yield s[:end].strip()
        s = s[end:]


def parse_header(line):
    """(value, dictionary of parameters) of a header like Content-type"""
    parts = _parseparam(';' + line)
    key = parts.next()
    params = {}
    for p in parts:
        i = p.find('=')
        if i >= 0:
            name = p[:i].strip().lower()
            value = p[i + 1:].strip()
            if len(value) >= 2 and value[0] == value[-1] == '"':
                value = value[1:-1]
                value = value.replace('\\\\', '\\').replace('\\"', '"')
            params[name] = value
    return key, params


class MiniFieldStorage:
    """A field that is only a name and a value."""

    filename = None
    list = None
    type = None
    file = None
    type_options = {}
    disposition = None
    disposition_options = {}
    headers = {}

    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __repr__(self):
        return 'MiniFieldStorage(%r, %r)' % (self.name, self.value)


class FieldStorage:
    """A form, or a field of it: a dictionary where it has fields, a value or
    a file where it has not."""

    def __init__(self, fp=None, headers=None, outerboundary='',
                 environ=os.environ, keep_blank_values=0, strict_parsing=0,
                 max_num_fields=None):
        method = 'GET'
        self.keep_blank_values = keep_blank_values
        self.strict_parsing = strict_parsing
        self.max_num_fields = max_num_fields
        if 'REQUEST_METHOD' in environ:
            method = environ['REQUEST_METHOD'].upper()
        self.qs_on_post = None
        if method in ('GET', 'HEAD'):
            if 'QUERY_STRING' in environ:
                qs = environ['QUERY_STRING']
            elif sys.argv[1:]:
                qs = sys.argv[1]
            else:
                qs = ''
            fp = StringIO(qs)
            if headers is None:
                headers = {'content-type': 'application/x-www-form-urlencoded'}
        if headers is None:
            headers = {}
            if method == 'POST':
                headers['content-type'] = 'application/x-www-form-urlencoded'
            if 'CONTENT_TYPE' in environ:
                headers['content-type'] = environ['CONTENT_TYPE']
            if 'QUERY_STRING' in environ:
                self.qs_on_post = environ['QUERY_STRING']
            if 'CONTENT_LENGTH' in environ:
                headers['content-length'] = environ['CONTENT_LENGTH']
        self.fp = fp or sys.stdin
        self.headers = headers
        self.outerboundary = outerboundary
        self._parse_headers()
        self.list = self.file = None
        self.done = 0
        if self.type == 'application/x-www-form-urlencoded':
            self.read_urlencoded()
        elif self.type[:10] == 'multipart/':
            self.read_multi(environ, keep_blank_values, strict_parsing)
        else:
            self.read_single()

    def _parse_headers(self):
        headers = self.headers
        cdisp, pdict = '', {}
        if 'content-disposition' in headers:
            cdisp, pdict = parse_header(headers['content-disposition'])
        self.disposition = cdisp
        self.disposition_options = pdict
        self.name = pdict.get('name')
        self.filename = pdict.get('filename')
        if 'content-type' in headers:
            ctype, pdict = parse_header(headers['content-type'])
        else:
            ctype, pdict = 'text/plain', {}
        self.type = ctype
        self.type_options = pdict
        self.innerboundary = pdict.get('boundary', '')
        clen = -1
        if 'content-length' in headers:
            try:
                clen = int(headers['content-length'])
            except ValueError:
                pass
            if maxlen and clen > maxlen:
                raise ValueError('Maximum content length exceeded')
        self.length = clen

    def __repr__(self):
        return 'FieldStorage(%r, %r, %r)' % (self.name, self.filename,
                                             self.value)

    def __iter__(self):
        return iter(self.keys())

    def __getattr__(self, name):
        if name != 'value':
            raise AttributeError(name)
        if self.file:
            self.file.seek(0)
            value = self.file.read()
            self.file.seek(0)
        elif self.list is not None:
            value = self.list
        else:
            value = None
        return value

    def __getitem__(self, key):
        if self.list is None:
            raise TypeError('not indexable')
        found = [item for item in self.list if item.name == key]
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def getvalue(self, key, default=None):
        """The value of a field; a list if there are several."""
        if key not in self:
            return default
        value = self[key]
        if type(value) is type([]):
            return map(attrgetter('value'), value)
        return value.value

    def getfirst(self, key, default=None):
        """The first value of a field."""
        if key not in self:
            return default
        value = self[key]
        if type(value) is type([]):
            return value[0].value
        return value.value

    def getlist(self, key):
        """All values of a field."""
        if key not in self:
            return []
        value = self[key]
        if type(value) is type([]):
            return map(attrgetter('value'), value)
        return [value.value]

    def keys(self):
        if self.list is None:
            raise TypeError('not indexable')
        return list(set(item.name for item in self.list))

    def has_key(self, key):
        if self.list is None:
            raise TypeError('not indexable')
        return any(item.name == key for item in self.list)

    __contains__ = has_key

    def __len__(self):
        return len(self.keys())

    def __nonzero__(self):
        return bool(self.list)

    def read_urlencoded(self):
        """Reads a form that is a query string."""
        qs = self.fp.read(self.length)
        if self.qs_on_post:
            qs += '&' + self.qs_on_post
        query = urlparse.parse_qsl(qs, self.keep_blank_values,
                                   self.strict_parsing, self.max_num_fields)
        self.list = [MiniFieldStorage(key, value) for key, value in query]
        self.skip_lines()

    FieldStorageClass = None

    def read_multi(self, environ, keep_blank_values, strict_parsing):
        """Reads a form of parts."""
        ib = self.innerboundary
        if not valid_boundary(ib):
            raise ValueError('Invalid boundary in multipart form: %r' % (ib,))
        self.list = []
        if self.qs_on_post:
            query = urlparse.parse_qsl(
                self.qs_on_post, self.keep_blank_values, self.strict_parsing,
                self.max_num_fields)
            self.list.extend(MiniFieldStorage(key, value)
                             for key, value in query)
        left = self.max_num_fields
        if left is not None:
            left -= len(self.list)
        klass = self.FieldStorageClass or self.__class__
        part = klass(self.fp, {}, ib, environ, keep_blank_values,
                     strict_parsing, left)
        # The first one is what stands before the first boundary.
        while not part.done:
            headers = rfc822.Message(self.fp)
            part = klass(self.fp, headers, ib, environ, keep_blank_values,
                         strict_parsing, left)
            if left is not None:
                left -= 1
                if part.list:
                    left -= len(part.list)
                if left < 0:
                    raise ValueError('Max number of fields exceeded')
            self.list.append(part)
        self.skip_lines()

    def read_single(self):
        """Reads a part that is no form."""
        if self.length >= 0:
            self.read_binary()
            self.skip_lines()
        else:
            self.read_lines()
        self.file.seek(0)

    bufsize = 8 * 1024

    def read_binary(self):
        """Reads as many bytes as the header says."""
        self.file = self.make_file('b')
        todo = self.length
        while todo > 0:
            data = self.fp.read(min(todo, self.bufsize))
            if not data:
                self.done = -1
                break
            self.file.write(data)
            todo -= len(data)

    def read_lines(self):
        """Reads up to the boundary or the end."""
        self.file = self.__file = StringIO()
        if self.outerboundary:
            self.read_lines_to_outerboundary()
        else:
            self.read_lines_to_eof()

    def __write(self, line):
        # A short value stays in memory.
        if self.__file is not None:
            if self.__file.tell() + len(line) > 1000:
                self.file = self.make_file('')
                self.file.write(self.__file.getvalue())
                self.__file = None
        self.file.write(line)

    def read_lines_to_eof(self):
        while True:
            line = self.fp.readline(1 << 16)
            if not line:
                self.done = -1
                break
            self.__write(line)

    def read_lines_to_outerboundary(self):
        next = '--' + self.outerboundary
        last = next + '--'
        delim = ''
        last_line_lfend = True
        while True:
            line = self.fp.readline(1 << 16)
            if not line:
                self.done = -1
                break
            if delim == '\r':
                line = delim + line
                delim = ''
            if line[:2] == '--' and last_line_lfend:
                stripped = line.strip()
                if stripped == next:
                    break
                if stripped == last:
                    self.done = 1
                    break
            before = delim
            # The line break before a boundary belongs to it.
            if line[-2:] == '\r\n':
                delim = '\r\n'
                line = line[:-2]
                last_line_lfend = True
            elif line[-1] == '\n':
                delim = '\n'
                line = line[:-1]
                last_line_lfend = True
            elif line[-1] == '\r':
                # Perhaps half of a line break.
                delim = '\r'
                line = line[:-1]
                last_line_lfend = False
            else:
                delim = ''
                last_line_lfend = False
            self.__write(before + line)

    def skip_lines(self):
        """Skips to behind the boundary."""
        if not self.outerboundary or self.done:
            return
        next = '--' + self.outerboundary
        last = next + '--'
        last_line_lfend = True
        while True:
            line = self.fp.readline(1 << 16)
            if not line:
                self.done = -1
                break
            if line[:2] == '--' and last_line_lfend:
                stripped = line.strip()
                if stripped == next:
                    break
                if stripped == last:
                    self.done = 1
                    break
            last_line_lfend = line.endswith('\n')

    def make_file(self, binary=None):
        """A file for a long value; may be overridden."""
        import tempfile
        return tempfile.TemporaryFile('w+b')


class FormContentDict(UserDict.UserDict):
    """A form as a dictionary of lists."""

    def __init__(self, environ=os.environ, keep_blank_values=0,
                 strict_parsing=0):
        self.dict = self.data = parse(environ=environ,
                                      keep_blank_values=keep_blank_values,
                                      strict_parsing=strict_parsing)
        self.query_string = environ['QUERY_STRING']


class SvFormContentDict(FormContentDict):
    """A form as a dictionary of values, where fields have only one."""

    def __getitem__(self, key):
        if len(self.dict[key]) > 1:
            raise IndexError('expecting a single value')
        return self.dict[key][0]

    def getlist(self, key):
        return self.dict[key]

    def values(self):
        return [value[0] if len(value) == 1 else value
                for value in self.dict.values()]

    def items(self):
        return [(key, value[0] if len(value) == 1 else value)
                for key, value in self.dict.items()]


class InterpFormContentDict(SvFormContentDict):
    """The same with numbers where values look like numbers."""

    def __getitem__(self, key):
        v = SvFormContentDict.__getitem__(self, key)
        if v[0] in '0123456789+-.':
            for number in int, float:
                try:
                    return number(v)
                except ValueError:
                    pass
        return v.strip()

    def values(self):
        result = []
        for key in self.keys():
            try:
                result.append(self[key])
            except IndexError:
                result.append(self.dict[key])
        return result

    def items(self):
        return zip(self.keys(), self.values())


class FormContent(FormContentDict):
    """A form with the methods of old times."""

    def values(self, key):
        return self.dict.get(key)

    def indexed_value(self, key, location):
        if key in self.dict and len(self.dict[key]) > location:
            return self.dict[key][location]
        return None

    def value(self, key):
        if key in self.dict:
            return self.dict[key][0]
        return None

    def length(self, key):
        return len(self.dict[key])

    def stripped(self, key):
        if key in self.dict:
            return self.dict[key][0].strip()
        return None

    def pars(self):
        return self.dict


def test(environ=os.environ):
    """A CGI program that shows what it is given."""
    print 'Content-type: text/html'
    print
    sys.stderr = sys.stdout
    try:
        form = FieldStorage()
        print_directory()
        print_arguments()
        print_form(form)
        print_environ(environ)
        print_environ_usage()
    except:
        print_exception()


def print_exception(type=None, value=None, tb=None, limit=None):
    """Prints an exception as HTML."""
    if type is None:
        type, value, tb = sys.exc_info()
    import traceback
    print
    print '<H3>Traceback (most recent call last):</H3>'
    lines = (traceback.format_tb(tb, limit) +
             traceback.format_exception_only(type, value))
    print '<PRE>%s<B>%s</B></PRE>' % (escape(''.join(lines[:-1])),
                                      escape(lines[-1]))


def print_environ(environ=os.environ):
    """Prints the environment as HTML."""
    print
    print '<H3>Shell Environment:</H3>'
    print '<DL>'
    for key in sorted(environ.keys()):
        print '<DT>', escape(key), '<DD>', escape(environ[key])
    print '</DL>'
    print


def print_form(form):
    """Prints a form as HTML."""
    keys = sorted(form.keys())
    print
    print '<H3>Form Contents:</H3>'
    if not keys:
        print '<P>No form fields.'
    print '<DL>'
    for key in keys:
        print '<DT>' + escape(key) + ':',
        value = form[key]
        print '<i>' + escape(repr(type(value))) + '</i>'
        print '<DD>' + escape(repr(value))
    print '</DL>'
    print


def print_directory():
    """Prints the current folder as HTML."""
    print
    print '<H3>Current Working Directory:</H3>'
    try:
        pwd = os.getcwd()
    except os.error as e:
        print 'os.error:', escape(str(e))
    else:
        print escape(pwd)
    print


def print_arguments():
    """Prints the arguments as HTML."""
    print
    print '<H3>Command Line Arguments:</H3>'
    print
    print sys.argv
    print


def print_environ_usage():
    """Prints the variables that servers set as HTML."""
    print '<H3>These environment variables could have been set:</H3>'
    print '<UL>'
    for name in ('AUTH_TYPE CONTENT_LENGTH CONTENT_TYPE DATE_GMT DATE_LOCAL '
                 'DOCUMENT_NAME DOCUMENT_ROOT DOCUMENT_URI '
                 'GATEWAY_INTERFACE LAST_MODIFIED PATH PATH_INFO '
                 'PATH_TRANSLATED QUERY_STRING REMOTE_ADDR REMOTE_HOST '
                 'REMOTE_IDENT REMOTE_USER REQUEST_METHOD SCRIPT_NAME '
                 'SERVER_NAME SERVER_PORT SERVER_PROTOCOL SERVER_ROOT '
                 'SERVER_SOFTWARE HTTP_ACCEPT HTTP_CONNECTION HTTP_HOST '
                 'HTTP_PRAGMA HTTP_REFERER HTTP_USER_AGENT').split():
        print '<LI>' + name
    print '</UL>'


def escape(s, quote=None):
    """A text with what HTML needs in place of &, <, > and, on demand, "."""
    s = s.replace('&', '&amp;')
    s = s.replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;')
    return s


def valid_boundary(s, _vb_pattern='^[ -~]{0,200}[!-~]$'):
    """Is it the boundary of a multipart message?"""
    import re
    return re.match(_vb_pattern, s)


if __name__ == '__main__':
    test()
