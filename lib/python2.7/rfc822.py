"""Mail headers (RFC 2822) by the old interface; package email has the new."""

from warnings import warnpy3k
warnpy3k('in 3.x, rfc822 has been removed in favor of the email package',
         stacklevel=2)

import time

import _headers

__all__ = ['Message', 'AddressList', 'parsedate', 'parsedate_tz',
           'mktime_tz']

_blanklines = ('\r\n', '\n')


class Message:
    """The headers of a file; a dictionary of their last values, by name in
    lower case.  The file is left where the body starts."""

    def __init__(self, fp, seekable=1):
        if seekable == 1:
            try:
                fp.tell()
            except (AttributeError, IOError):
                seekable = 0
        self.fp = fp
        self.seekable = seekable
        self.startofheaders = None
        self.startofbody = None
        if seekable:
            try:
                self.startofheaders = fp.tell()
            except IOError:
                self.seekable = 0
        self.readheaders()
        if self.seekable:
            try:
                self.startofbody = fp.tell()
            except IOError:
                self.seekable = 0

    def rewindbody(self):
        """Goes to the start of the body."""
        if not self.seekable:
            raise IOError('unseekable file')
        self.fp.seek(self.startofbody)

    def readheaders(self):
        """Reads the headers: into `headers` as they are, and into `dict`."""
        self.dict = {}
        self.unixfrom = ''
        self.headers = lines = []
        self.status = ''
        current = ''
        first = True
        start = unread = tell = None
        if self._take_block():
            return
        if hasattr(self.fp, 'unread'):
            unread = self.fp.unread
        elif self.seekable:
            tell = self.fp.tell
        while True:
            if tell:
                try:
                    start = tell()
                except IOError:
                    start = tell = None
                    self.seekable = 0
            line = self.fp.readline()
            if not line:
                self.status = 'EOF in headers'
                break
            if first and line.startswith('From '):
                self.unixfrom += line
                continue
            first = False
            if current and line[0] in ' \t':
                lines.append(line)
                self.dict[current] = (self.dict[current] + '\n ' +
                                      line.strip()).strip()
                continue
            if self.iscomment(line):
                continue
            if self.islast(line):
                break
            current = self.isheader(line)
            if current:
                lines.append(line)
                self.dict[current] = line[len(current) + 1:].strip()
                continue
            if current is not None:
                # A header without a name: it is dropped.
                continue
            self.status = ('Non-header line where header expected'
                           if self.dict else 'No headers')
            if unread:
                unread(line)
            elif tell:
                self.fp.seek(start)
            else:
                self.status += '; bad seek'
            break

    def _take_block(self):
        """Takes all headers at once from a file that has them in memory, as
        _take(parse) of sockets' files tells; false: they are to be read."""
        take = getattr(self.fp, '_take', None)
        if take is None or self.seekable:
            return False
        kind = self.__class__
        if (kind.isheader.im_func, kind.islast.im_func,
                kind.iscomment.im_func) != _line_tests:
            return False
        found = take(_headers.parse)
        if found is None:
            return False
        self.headers, self.dict = found
        return True

    def isheader(self, line):
        """The name in lower case, None if the line is no header."""
        i = line.find(':')
        if i > -1:
            return line[:i].lower()
        return None

    def islast(self, line):
        """Does the line end the headers?"""
        return line in _blanklines

    def iscomment(self, line):
        """Is the line to be skipped?"""
        return False

    def getallmatchingheaders(self, name):
        """The lines of all headers of a name."""
        name = name.lower() + ':'
        found = []
        hit = False
        for line in self.headers:
            if line[:len(name)].lower() == name:
                hit = True
            elif not line[:1].isspace():
                hit = False
            if hit:
                found.append(line)
        return found

    def getfirstmatchingheader(self, name):
        """The lines of the first header of a name."""
        name = name.lower() + ':'
        found = []
        hit = False
        for line in self.headers:
            if hit:
                if not line[:1].isspace():
                    break
            elif line[:len(name)].lower() == name:
                hit = True
            if hit:
                found.append(line)
        return found

    def getrawheader(self, name):
        """The first header of a name as it stands, or None."""
        lines = self.getfirstmatchingheader(name)
        if not lines:
            return None
        lines[0] = lines[0][len(name) + 1:]
        return ''.join(lines)

    def getheader(self, name, default=None):
        """The last header of a name, or default."""
        return self.dict.get(name.lower(), default)

    get = getheader

    def getheaders(self, name):
        """All headers of a name."""
        result = []
        current = ''
        have = False
        for line in self.getallmatchingheaders(name):
            if line[0].isspace():
                current = ('%s\n %s' % (current, line.strip()) if current
                           else line.strip())
            else:
                if have:
                    result.append(current)
                current = line[line.find(':') + 1:].strip()
                have = True
        if have:
            result.append(current)
        return result

    def getaddr(self, name):
        """(full name, address) of a header with one address."""
        addresses = self.getaddrlist(name)
        return addresses[0] if addresses else (None, None)

    def getaddrlist(self, name):
        """The (full name, address) pairs of all headers of a name."""
        raw = []
        for h in self.getallmatchingheaders(name):
            if h[0] in ' \t':
                raw.append(h)
            else:
                if raw:
                    raw.append(', ')
                i = h.find(':')
                address = h[i + 1:] if i > 0 else ''
                raw.append(address)
        return AddressList(''.join(raw)).addresslist

    def getdate(self, name):
        """The date of a header as a tuple for time.mktime()."""
        data = self.get(name)
        return None if data is None else parsedate(data)

    def getdate_tz(self, name):
        """The same with the offset of the time zone."""
        data = self.get(name)
        return None if data is None else parsedate_tz(data)

    def __len__(self):
        return len(self.dict)

    def __getitem__(self, name):
        return self.dict[name.lower()]

    def __setitem__(self, name, value):
        del self[name]
        self.dict[name.lower()] = value
        for line in (name + ': ' + value).split('\n'):
            self.headers.append(line + '\n')

    def __delitem__(self, name):
        name = name.lower()
        if name not in self.dict:
            return
        del self.dict[name]
        name += ':'
        kept = []
        hit = False
        for line in self.headers:
            if line[:len(name)].lower() == name:
                hit = True
            elif not line[:1].isspace():
                hit = False
            if not hit:
                kept.append(line)
        self.headers[:] = kept

    def setdefault(self, name, default=''):
        key = name.lower()
        if key in self.dict:
            return self.dict[key]
        for line in (name + ': ' + default).split('\n'):
            self.headers.append(line + '\n')
        self.dict[key] = default
        return default

    def has_key(self, name):
        return name.lower() in self.dict

    __contains__ = has_key

    def __iter__(self):
        return iter(self.dict)

    def keys(self):
        return self.dict.keys()

    def values(self):
        return self.dict.values()

    def items(self):
        return self.dict.items()

    def __str__(self):
        return ''.join(self.headers)


_line_tests = (Message.isheader.im_func, Message.islast.im_func,
               Message.iscomment.im_func)


def unquote(s):
    """A string without quotes or angle brackets around it."""
    if len(s) > 1:
        if s.startswith('"') and s.endswith('"'):
            return s[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if s.startswith('<') and s.endswith('>'):
            return s[1:-1]
    return s


def quote(s):
    """A string for between quotes."""
    return s.replace('\\', '\\\\').replace('"', '\\"')


def parseaddr(address):
    """(full name, address)"""
    parsed = AddressList(address)
    if not parsed:
        return None, None
    return parsed[0]


class AddrlistClass:
    """A parser of lists of addresses, after RFC 2822."""

    def __init__(self, field):
        self.specials = '()<>@,:;.\"[]'
        self.pos = 0
        self.LWS = ' \t'
        self.CR = '\r\n'
        self.atomends = self.specials + self.LWS + self.CR
        # Phrases may have dots, which many programs write.
        self.phraseends = self.atomends.replace('.', '')
        self.field = field
        self.commentlist = []

    def _peek(self):
        return self.field[self.pos:self.pos + 1]

    def gotonext(self):
        """Goes to the next token, over blanks and comments."""
        while self.pos < len(self.field):
            if self._peek() in self.LWS + '\n\r':
                self.pos += 1
            elif self._peek() == '(':
                self.commentlist.append(self.getcomment())
            else:
                break

    def getaddrlist(self):
        """All addresses."""
        result = []
        found = self.getaddress()
        while found:
            result += found
            found = self.getaddress()
        return result

    def getaddress(self):
        """The next address or group."""
        self.commentlist = []
        self.gotonext()
        start = self.pos
        comments = self.commentlist
        phrases = self.getphraselist()
        self.gotonext()
        result = []
        c = self._peek()
        if not c:
            if phrases:
                result = [(' '.join(self.commentlist), phrases[0])]
        elif c in '.@':
            # A bare address: what was read is its local part.
            self.pos = start
            self.commentlist = comments
            address = self.getaddrspec()
            result = [(' '.join(self.commentlist), address)]
        elif c == ':':
            result = self._group()
        elif c == '<':
            address = self.getrouteaddr()
            name = ' '.join(phrases)
            if self.commentlist:
                name += ' (' + ' '.join(self.commentlist) + ')'
            result = [(name, address)]
        elif phrases:
            result = [(' '.join(self.commentlist), phrases[0])]
        elif c in self.specials:
            self.pos += 1
        self.gotonext()
        if self._peek() == ',':
            self.pos += 1
        return result

    def _group(self):
        result = []
        self.pos += 1
        while self.pos < len(self.field):
            self.gotonext()
            if self._peek() == ';':
                self.pos += 1
                break
            result += self.getaddress()
        return result

    def getrouteaddr(self):
        """An address between angle brackets, without its route."""
        if self._peek() != '<':
            return
        route = False
        self.pos += 1
        self.gotonext()
        address = ''
        while self.pos < len(self.field):
            c = self._peek()
            if route:
                self.getdomain()
                route = False
            elif c == '>':
                self.pos += 1
                break
            elif c == '@':
                self.pos += 1
                route = True
            elif c == ':':
                self.pos += 1
            else:
                address = self.getaddrspec()
                self.pos += 1
                break
            self.gotonext()
        return address

    def getaddrspec(self):
        """local-part@domain"""
        parts = []
        self.gotonext()
        while self.pos < len(self.field):
            c = self._peek()
            if c == '.':
                parts.append('.')
                self.pos += 1
            elif c == '"':
                parts.append('"%s"' % self.getquote())
            elif c in self.atomends:
                break
            else:
                parts.append(self.getatom())
            self.gotonext()
        if self._peek() != '@':
            return ''.join(parts)
        parts.append('@')
        self.pos += 1
        self.gotonext()
        return ''.join(parts) + self.getdomain()

    def getdomain(self):
        parts = []
        while self.pos < len(self.field):
            c = self._peek()
            if c in self.LWS + self.CR:
                self.pos += 1
            elif c == '(':
                self.commentlist.append(self.getcomment())
            elif c == '[':
                parts.append(self.getdomainliteral())
            elif c == '.':
                self.pos += 1
                parts.append('.')
            elif c in self.atomends:
                break
            else:
                parts.append(self.getatom())
        return ''.join(parts)

    def getdelimited(self, beginchar, endchars, allowcomments=1):
        """What stands between two characters, here; without them."""
        if self._peek() != beginchar:
            return ''
        parts = ['']
        quoted = False
        self.pos += 1
        while self.pos < len(self.field):
            c = self._peek()
            if quoted:
                parts.append(c)
                quoted = False
            elif c in endchars:
                self.pos += 1
                break
            elif allowcomments and c == '(':
                parts.append(self.getcomment())
                continue
            elif c == '\\':
                quoted = True
            else:
                parts.append(c)
            self.pos += 1
        return ''.join(parts)

    def getquote(self):
        return self.getdelimited('"', '"\r', 0)

    def getcomment(self):
        return self.getdelimited('(', ')\r', 1)

    def getdomainliteral(self):
        return '[%s]' % self.getdelimited('[', ']\r', 0)

    def getatom(self, atomends=None):
        if atomends is None:
            atomends = self.atomends
        start = self.pos
        while self.pos < len(self.field) and self._peek() not in atomends:
            self.pos += 1
        return self.field[start:self.pos]

    def getphraselist(self):
        """The words of a phrase."""
        words = []
        while self.pos < len(self.field):
            c = self._peek()
            if c in self.LWS + self.CR:
                self.pos += 1
            elif c == '"':
                words.append(self.getquote())
            elif c == '(':
                self.commentlist.append(self.getcomment())
            elif c in self.phraseends:
                break
            else:
                words.append(self.getatom(self.phraseends))
        return words


class AddressList(AddrlistClass):
    """The addresses of a header as a list that knows set operations."""

    def __init__(self, field):
        AddrlistClass.__init__(self, field)
        self.addresslist = self.getaddrlist() if field else []

    def __len__(self):
        return len(self.addresslist)

    def __str__(self):
        return ', '.join(map(dump_address_pair, self.addresslist))

    def __add__(self, other):
        result = AddressList(None)
        result.addresslist = self.addresslist[:]
        result += other
        return result

    def __iadd__(self, other):
        for x in other.addresslist:
            if x not in self.addresslist:
                self.addresslist.append(x)
        return self

    def __sub__(self, other):
        result = AddressList(None)
        result.addresslist = [x for x in self.addresslist
                              if x not in other.addresslist]
        return result

    def __isub__(self, other):
        for x in other.addresslist:
            if x in self.addresslist:
                self.addresslist.remove(x)
        return self

    def __getitem__(self, index):
        return self.addresslist[index]


def dump_address_pair(pair):
    """An address with its name, as a header has it."""
    if pair[0]:
        return '"' + pair[0] + '" <' + pair[1] + '>'
    return pair[1]


_monthnames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep',
               'oct', 'nov', 'dec', 'january', 'february', 'march', 'april',
               'may', 'june', 'july', 'august', 'september', 'october',
               'november', 'december']
_daynames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

_timezones = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300,
              'EST': -500, 'EDT': -400, 'CST': -600, 'CDT': -500,
              'MST': -700, 'MDT': -600, 'PST': -800, 'PDT': -700}


def _number(text):
    try:
        return int(text)
    except ValueError:
        return None


def parsedate_tz(data):
    """A date of a header: ten items, the last the offset from UTC in seconds
    or None; None if it is no date."""
    words = data.split() if data else None
    if not words:
        return None
    if words[0][-1] in ',.' or words[0].lower() in _daynames:
        del words[0]
    else:
        i = words[0].rfind(',')
        if i >= 0:
            words[0] = words[0][i + 1:]
    if len(words) == 3:
        # RFC 850: day-month-year
        parts = words[0].split('-')
        if len(parts) == 3:
            words = parts + words[1:]
    if len(words) == 4:
        s = words[3]
        i = s.find('+')
        if i == -1:
            i = s.find('-')
        if i > 0:
            words[3:] = [s[:i], s[i:]]
        else:
            words.append('')
    if len(words) < 5:
        return None
    return _date_of_words(*words[:5])


def _date_of_words(dd, mm, yy, tm, tz):
    mm = mm.lower()
    if mm not in _monthnames:
        dd, mm = mm, dd.lower()
        if mm not in _monthnames:
            return None
    month = _monthnames.index(mm) + 1
    if month > 12:
        month -= 12
    if dd[-1] == ',':
        dd = dd[:-1]
    if yy.find(':') > 0:
        yy, tm = tm, yy
    if yy[-1] == ',':
        yy = yy[:-1]
    if not yy[0].isdigit():
        yy, tz = tz, yy
    if tm[-1] == ',':
        tm = tm[:-1]
    clock = tm.split(':')
    if len(clock) == 2:
        clock.append('0')
    if len(clock) != 3:
        return None
    numbers = [_number(s) for s in [yy, dd] + clock]
    if None in numbers:
        return None
    year, day, hour, minute, second = numbers
    return (year, month, day, hour, minute, second, 0, 1, 0, _offset(tz))


def _offset(tz):
    """Seconds east of UTC of a zone by name or as +hhmm."""
    tz = tz.upper()
    offset = _timezones.get(tz)
    if offset is None:
        offset = _number(tz)
    if not offset:
        return offset
    sign = 1
    if offset < 0:
        sign = -1
        offset = -offset
    return sign * (offset // 100 * 3600 + offset % 100 * 60)


def parsedate(data):
    """A date of a header as a tuple for time.mktime(), or None."""
    t = parsedate_tz(data)
    return t if t is None else t[:9]


def mktime_tz(data):
    """The time of a tuple of parsedate_tz()."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return time.mktime(data[:8] + (0,)) - data[9] - time.timezone


def formatdate(timeval=None):
    """A time as the headers of HTTP have it."""
    if timeval is None:
        timeval = time.time()
    t = time.gmtime(timeval)
    return '%s, %02d %s %04d %02d:%02d:%02d GMT' % (
        ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[t[6]], t[2],
        ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep',
         'Oct', 'Nov', 'Dec')[t[1] - 1], t[0], t[3], t[4], t[5])
