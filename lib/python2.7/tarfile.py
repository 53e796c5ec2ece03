"""Tar archives: ustar, GNU's and POSIX's (pax) formats, plain or compressed."""

import copy
import errno
import operator
import os
import shutil
import stat
import struct
import sys
import time

try:
    import grp
    import pwd
except ImportError:
    grp = pwd = None

__version__ = '$Revision: 85213 $'

bltn_open = open

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError']

NUL = '\0'
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC = 'ustar  \0'
POSIX_MAGIC = 'ustar\x0000'

LENGTH_NAME = 100
LENGTH_LINK = 100
LENGTH_PREFIX = 155

REGTYPE = '0'
AREGTYPE = '\0'
LNKTYPE = '1'
SYMTYPE = '2'
CHRTYPE = '3'
BLKTYPE = '4'
DIRTYPE = '5'
FIFOTYPE = '6'
CONTTYPE = '7'
GNUTYPE_LONGNAME = 'L'
GNUTYPE_LONGLINK = 'K'
GNUTYPE_SPARSE = 'S'
XHDTYPE = 'x'
XGLTYPE = 'g'
SOLARIS_XHDTYPE = 'X'

USTAR_FORMAT = 0
GNU_FORMAT = 1
PAX_FORMAT = 2
DEFAULT_FORMAT = GNU_FORMAT

SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE,
                   CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME,
                   GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
GNU_TYPES = (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)

PAX_FIELDS = ('path', 'linkpath', 'size', 'mtime', 'uid', 'gid', 'uname',
              'gname')
PAX_NUMBER_FIELDS = {'atime': float, 'ctime': float, 'mtime': float,
                     'uid': int, 'gid': int, 'size': int}

ENCODING = sys.getfilesystemencoding() or sys.getdefaultencoding()


class TarError(Exception):
    """The base of the errors."""


class ExtractError(TarError):
    """A file could not be extracted as it should be."""


class ReadError(TarError):
    """The archive can not be read."""


class CompressionError(TarError):
    """The compression is not there."""


class StreamError(TarError):
    """A stream can not do that."""


class HeaderError(TarError):
    """The base of the errors of headers."""


class EmptyHeaderError(HeaderError):
    pass


class TruncatedHeaderError(HeaderError):
    pass


class EOFHeaderError(HeaderError):
    pass


class InvalidHeaderError(HeaderError):
    pass


class SubsequentHeaderError(HeaderError):
    pass


def stn(s, length):
    """A string as a field of so many bytes."""
    return s[:length] + (length - len(s)) * NUL


def nts(s):
    """A field as a string."""
    p = s.find('\0')
    return s if p == -1 else s[:p]


def nti(s):
    """A field as a number: octal, or GNU's binary form."""
    if s[0] != chr(0200):
        try:
            return int(nts(s).strip() or '0', 8)
        except ValueError:
            raise InvalidHeaderError('invalid header')
    n = 0L
    for c in s[1:]:
        n = n << 8 | ord(c)
    return n


def itn(n, digits=8, format=DEFAULT_FORMAT):
    """A number as a field."""
    if 0 <= n < 8 ** (digits - 1):
        return '%0*o' % (digits - 1, n) + NUL
    if format != GNU_FORMAT or n >= 256 ** (digits - 1):
        raise ValueError('overflow in number field')
    if n < 0:
        n = struct.unpack('L', struct.pack('l', n))[0]
    s = ''
    for i in xrange(digits - 1):
        s = chr(n & 0377) + s
        n >>= 8
    return chr(0200) + s


def uts(s, encoding, errors):
    """A unicode in an encoding; errors may be 'utf-8', too: what the encoding
    does not have."""
    if errors != 'utf-8':
        return s.encode(encoding, errors)
    try:
        return s.encode(encoding, 'strict')
    except UnicodeEncodeError:
        pass
    letters = []
    for c in s:
        try:
            letters.append(c.encode(encoding, 'strict'))
        except UnicodeEncodeError:
            letters.append(c.encode('utf8'))
    return ''.join(letters)


def calc_chksums(buf):
    """The sums of a header, with its bytes unsigned and signed."""
    unsigned = 256 + sum(struct.unpack('148B', buf[:148])) + sum(
        struct.unpack('356B', buf[156:512]))
    signed = 256 + sum(struct.unpack('148b', buf[:148])) + sum(
        struct.unpack('356b', buf[156:512]))
    return unsigned, signed


def copyfileobj(src, dst, length=None):
    """Copies length bytes, or all."""
    if length is None:
        shutil.copyfileobj(src, dst)
        return
    while length > 0:
        buf = src.read(min(16 * 1024, length))
        if not buf:
            raise IOError('end of file reached')
        dst.write(buf)
        length -= len(buf)


_FILE_KINDS = ((stat.S_IFLNK, 'l'), (stat.S_IFREG, '-'), (stat.S_IFBLK, 'b'),
               (stat.S_IFDIR, 'd'), (stat.S_IFCHR, 'c'), (stat.S_IFIFO, 'p'))


def filemode(mode):
    """A mode as ls shows it."""
    kind = '-'
    for value, letter in _FILE_KINDS:
        if mode & 0170000 == value:
            kind = letter
            break
    letters = [kind]
    for shift, special, low in ((6, 04000, 's'), (3, 02000, 's'),
                                (0, 01000, 't')):
        bits = mode >> shift
        letters.append('r' if bits & 4 else '-')
        letters.append('w' if bits & 2 else '-')
        if mode & special:
            letters.append(low if bits & 1 else low.upper())
        else:
            letters.append('x' if bits & 1 else '-')
    return ''.join(letters)


class ExFileObject(object):
    """A file of an archive, for reading."""

    def __init__(self, tarfile, tarinfo):
        self.fileobj = tarfile.fileobj
        self.name = tarinfo.name
        self.mode = 'r'
        self.closed = False
        self.size = tarinfo.size
        self.position = 0
        self._start = tarinfo.offset_data
        self._sparse = tarinfo.sparse
        # What readline() has read on: a stream can not go back.
        self._ahead = ''

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def read(self, size=None):
        self._check()
        left = self.size - self.position
        if size is None or size < 0 or size > left:
            size = max(left, 0)
        data = self._ahead[:size]
        if size > len(data):
            data += self._read_at(self.position + len(data), size - len(data))
        self._ahead = self._ahead[size:]
        self.position += len(data)
        return data

    def _read_at(self, position, size):
        if self._sparse is None:
            return self._read_stored(self._start + position, size)
        result = bytearray(size)
        stored = self._start
        for offset, count in self._sparse:
            first = max(offset, position)
            last = min(offset + count, position + size)
            if first < last:
                result[first - position:last - position] = \
                    self._read_stored(stored + first - offset, last - first)
            stored += count
        return bytes(result)

    def _read_stored(self, position, size):
        self.fileobj.seek(position)
        data = self.fileobj.read(size)
        if len(data) != size:
            raise ReadError('unexpected end of data')
        return data

    def readline(self, size=-1):
        self._check()
        while '\n' not in self._ahead and (size < 0 or
                                           len(self._ahead) < size):
            position = self.position + len(self._ahead)
            more = min(512, self.size - position)
            if more <= 0:
                break
            self._ahead += self._read_at(position, more)
        end = self._ahead.find('\n') + 1 or len(self._ahead)
        return self.read(end if size < 0 else min(end, size))

    def readlines(self):
        return list(self)

    def tell(self):
        self._check()
        return self.position

    def seek(self, pos, whence=os.SEEK_SET):
        self._check()
        if whence == os.SEEK_CUR:
            pos += self.position
        elif whence == os.SEEK_END:
            pos += self.size
        elif whence != os.SEEK_SET:
            raise ValueError('Invalid argument')
        self.position = min(max(pos, 0), self.size)
        self._ahead = ''

    def close(self):
        self.closed = True

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class TarInfo(object):
    """What an archive says of a file."""

    def __init__(self, name=''):
        self.name = name
        self.mode = 0644
        self.uid = 0
        self.gid = 0
        self.size = 0
        self.mtime = 0
        self.chksum = 0
        self.type = REGTYPE
        self.linkname = ''
        self.uname = ''
        self.gname = ''
        self.devmajor = 0
        self.devminor = 0
        self.offset = 0
        self.offset_data = 0
        self.pax_headers = {}

    @property
    def path(self):
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return '<%s %r at %#x>' % (self.__class__.__name__, self.name,
                                   id(self))

    def get_info(self, encoding=None, errors=None):
        """The fields as a dictionary."""
        info = {
            'name': self.name, 'mode': self.mode & 07777, 'uid': self.uid,
            'gid': self.gid, 'size': self.size, 'mtime': self.mtime,
            'chksum': self.chksum, 'type': self.type,
            'linkname': self.linkname, 'uname': self.uname,
            'gname': self.gname, 'devmajor': self.devmajor,
            'devminor': self.devminor}
        if info['type'] == DIRTYPE and not info['name'].endswith('/'):
            info['name'] += '/'
        for key in 'name', 'linkname', 'uname', 'gname':
            if type(info[key]) is unicode:
                info[key] = uts(info[key], encoding or ENCODING,
                                errors or 'strict')
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING,
              errors='strict'):
        """The header."""
        info = self.get_info(encoding, errors)
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding, errors)
        raise ValueError('invalid format')

    def create_ustar_header(self, info):
        info['magic'] = POSIX_MAGIC
        if len(info['linkname']) > LENGTH_LINK:
            raise ValueError('linkname is too long')
        if len(info['name']) > LENGTH_NAME:
            info['prefix'], info['name'] = self._split_name(info['name'])
        return self._create_header(info, USTAR_FORMAT)

    def create_gnu_header(self, info):
        info['magic'] = GNU_MAGIC
        buf = ''
        if len(info['linkname']) > LENGTH_LINK:
            buf += self._create_gnu_long(info['linkname'], GNUTYPE_LONGLINK)
        if len(info['name']) > LENGTH_NAME:
            buf += self._create_gnu_long(info['name'], GNUTYPE_LONGNAME)
        return buf + self._create_header(info, GNU_FORMAT)

    def create_pax_header(self, info, encoding, errors):
        info['magic'] = POSIX_MAGIC
        pax = dict(self.pax_headers)
        for name, header, length in (
                ('name', 'path', LENGTH_NAME),
                ('linkname', 'linkpath', LENGTH_LINK),
                ('uname', 'uname', 32), ('gname', 'gname', 32)):
            if header in pax:
                continue
            value = info[name]
            try:
                value.decode('ascii')
                short = len(value) <= length
            except UnicodeDecodeError:
                short = False
            if not short:
                pax[header] = value.decode(encoding, errors)
        for name, digits in (('uid', 8), ('gid', 8), ('size', 12),
                             ('mtime', 12)):
            if name in pax:
                info[name] = 0
                continue
            value = info[name]
            if not 0 <= value < 8 ** (digits - 1):
                info[name] = 0
                pax[name] = unicode(value)
            elif isinstance(value, float):
                info[name] = int(round(value))
                pax[name] = unicode(repr(value))
        buf = self._create_pax_generic_header(pax) if pax else ''
        return buf + self._create_header(info, USTAR_FORMAT)

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        return cls._create_pax_generic_header(pax_headers, type=XGLTYPE)

    def _split_name(self, name):
        """(prefix, name) of a long name"""
        prefix = name[:LENGTH_PREFIX + 1]
        while prefix and prefix[-1] != '/':
            prefix = prefix[:-1]
        name = name[len(prefix):]
        prefix = prefix[:-1]
        if not prefix or len(name) > LENGTH_NAME:
            raise ValueError('name is too long')
        return prefix, name

    @staticmethod
    def _create_header(info, format):
        parts = [
            stn(info.get('name', ''), 100),
            itn(info.get('mode', 0) & 07777, 8, format),
            itn(info.get('uid', 0), 8, format),
            itn(info.get('gid', 0), 8, format),
            itn(info.get('size', 0), 12, format),
            itn(int(info.get('mtime', 0)), 12, format),
            '        ',
            info.get('type', REGTYPE),
            stn(info.get('linkname', ''), 100),
            stn(info.get('magic', POSIX_MAGIC), 8),
            stn(info.get('uname', ''), 32),
            stn(info.get('gname', ''), 32),
            itn(info.get('devmajor', 0), 8, format),
            itn(info.get('devminor', 0), 8, format),
            stn(info.get('prefix', ''), 155)]
        buf = struct.pack('%ds' % BLOCKSIZE, ''.join(parts))
        chksum = calc_chksums(buf[-BLOCKSIZE:])[0]
        return buf[:-364] + '%06o\0' % chksum + buf[-357:]

    @staticmethod
    def _create_payload(payload):
        rest = len(payload) % BLOCKSIZE
        if rest > 0:
            payload += (BLOCKSIZE - rest) * NUL
        return payload

    @classmethod
    def _create_gnu_long(cls, name, type):
        name += NUL
        info = {'name': '././@LongLink', 'type': type, 'size': len(name),
                'magic': GNU_MAGIC}
        return (cls._create_header(info, USTAR_FORMAT) +
                cls._create_payload(name))

    @classmethod
    def _create_pax_generic_header(cls, pax_headers, type=XHDTYPE):
        records = []
        for keyword, value in pax_headers.iteritems():
            keyword = keyword.encode('utf-8')
            value = value.encode('utf-8')
            # The length counts its own digits.
            size = len(keyword) + len(value) + 3
            n = p = 0
            while True:
                n = size + len(str(p))
                if n == p:
                    break
                p = n
            records.append('%d %s=%s\n' % (p, keyword, value))
        records = ''.join(records)
        info = {'name': '././@PaxHeader', 'type': type,
                'size': len(records), 'magic': POSIX_MAGIC}
        return (cls._create_header(info, USTAR_FORMAT) +
                cls._create_payload(records))

    @classmethod
    def frombuf(cls, buf):
        """The TarInfo of a header."""
        if len(buf) == 0:
            raise EmptyHeaderError('empty header')
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError('truncated header')
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError('end of file header')
        chksum = nti(buf[148:156])
        if chksum not in calc_chksums(buf):
            raise InvalidHeaderError('bad checksum')
        obj = cls()
        obj.buf = buf
        obj.name = nts(buf[0:100])
        obj.mode = nti(buf[100:108])
        obj.uid = nti(buf[108:116])
        obj.gid = nti(buf[116:124])
        obj.size = nti(buf[124:136])
        obj.mtime = nti(buf[136:148])
        obj.chksum = chksum
        obj.type = buf[156:157]
        obj.linkname = nts(buf[157:257])
        obj.uname = nts(buf[265:297])
        obj.gname = nts(buf[297:329])
        obj.devmajor = nti(buf[329:337])
        obj.devminor = nti(buf[337:345])
        prefix = nts(buf[345:500])
        # Old archives tell a folder by its slash only.
        if obj.type == AREGTYPE and obj.name.endswith('/'):
            obj.type = DIRTYPE
        if obj.isdir():
            obj.name = obj.name.rstrip('/')
        if prefix and obj.type not in GNU_TYPES:
            obj.name = prefix + '/' + obj.name
        return obj

    @classmethod
    def fromtarfile(cls, tarfile):
        """The TarInfo of the next file."""
        obj = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE))
        obj.offset = tarfile.fileobj.tell() - BLOCKSIZE
        return obj._proc_member(tarfile)

    def _proc_member(self, tarfile):
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return self._proc_gnulong(tarfile)
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._proc_pax(tarfile)
        stored = self.size
        if self.type == GNUTYPE_SPARSE:
            self._read_sparse_map(tarfile)
        self.offset_data = tarfile.fileobj.tell()
        offset = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            offset += self._block(stored)
        tarfile.offset = offset
        self._apply_pax_info(tarfile.pax_headers, tarfile)
        return self

    def _read_sparse_map(self, tarfile):
        """Where the pieces of a file with holes belong: (offset, size)."""
        buf = self.buf
        parts = []

        def take(buf, pos, count):
            for i in xrange(count):
                try:
                    offset = nti(buf[pos:pos + 12])
                    size = nti(buf[pos + 12:pos + 24])
                except ValueError:
                    return
                if offset or size:
                    parts.append((offset, size))
                pos += 24

        take(buf, 386, 4)
        more = ord(buf[482])
        self.size = nti(buf[483:495])
        while more == 1:
            buf = tarfile.fileobj.read(BLOCKSIZE)
            take(buf, 0, 21)
            more = ord(buf[504])
        self.sparse = parts

    sparse = None

    def _next_header(self, tarfile):
        try:
            return self.fromtarfile(tarfile)
        except HeaderError:
            raise SubsequentHeaderError('missing or bad subsequent header')

    def _proc_gnulong(self, tarfile):
        buf = tarfile.fileobj.read(self._block(self.size))
        next = self._next_header(tarfile)
        next.offset = self.offset
        if self.type == GNUTYPE_LONGNAME:
            next.name = nts(buf)
        else:
            next.linkname = nts(buf)
        return next

    def _proc_pax(self, tarfile):
        import re
        buf = tarfile.fileobj.read(self._block(self.size))
        if self.type == XGLTYPE:
            headers = tarfile.pax_headers
        else:
            headers = tarfile.pax_headers.copy()
        record = re.compile(r'(\d+) ([^=]+)=')
        pos = 0
        while True:
            match = record.match(buf, pos)
            if not match:
                break
            length = int(match.group(1))
            if length == 0:
                raise InvalidHeaderError('invalid header')
            value = buf[match.end(2) + 1:match.start(1) + length - 1]
            headers[match.group(2).decode('utf-8')] = value.decode('utf-8')
            pos += length
        next = self._next_header(tarfile)
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            next._apply_pax_info(headers, tarfile)
            next.offset = self.offset
            if 'size' in headers:
                offset = next.offset_data
                if next.isreg() or next.type not in SUPPORTED_TYPES:
                    offset += next._block(next.size)
                tarfile.offset = offset
        return next

    def _apply_pax_info(self, pax_headers, tarfile):
        for keyword, value in pax_headers.iteritems():
            if keyword not in PAX_FIELDS:
                continue
            if keyword == 'path':
                value = value.rstrip('/')
            if keyword in PAX_NUMBER_FIELDS:
                try:
                    value = PAX_NUMBER_FIELDS[keyword](value)
                except ValueError:
                    value = 0
            else:
                value = uts(value, tarfile.encoding, tarfile.errors)
            setattr(self, keyword, value)
        self.pax_headers = pax_headers.copy()

    def _block(self, count):
        """Bytes rounded up to blocks."""
        return (count + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE

    def isreg(self):
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.type == GNUTYPE_SPARSE

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


class TarFile(object):
    """An archive."""

    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject

    def __init__(self, name=None, mode='r', fileobj=None, format=None,
                 tarinfo=None, dereference=None, ignore_zeros=None,
                 encoding=None, errors=None, pax_headers=None, debug=None,
                 errorlevel=None):
        modes = {'r': 'rb', 'a': 'r+b', 'w': 'wb'}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a' or 'w'")
        self.mode = mode
        self._mode = modes[mode]
        # Here open is the class's; see the end of the module.
        if not fileobj:
            if mode == 'a' and not os.path.exists(name):
                self.mode = 'w'
                self._mode = 'wb'
            fileobj = bltn_open(name, self._mode)
            self._extfileobj = False
        else:
            if name is None and hasattr(fileobj, 'name'):
                name = fileobj.name
            if hasattr(fileobj, 'mode'):
                self._mode = fileobj.mode
            self._extfileobj = True
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        for key, value in (('format', format), ('tarinfo', tarinfo),
                           ('dereference', dereference),
                           ('ignore_zeros', ignore_zeros),
                           ('encoding', encoding), ('errors', errors),
                           ('debug', debug), ('errorlevel', errorlevel)):
            if value is not None:
                setattr(self, key, value)
        if self.errors is None:
            self.errors = 'utf-8' if mode == 'r' else 'strict'
        self.pax_headers = {}
        if pax_headers is not None and self.format == PAX_FORMAT:
            self.pax_headers = pax_headers
        self.closed = False
        self.members = []
        self._loaded = False
        self.offset = fileobj.tell()
        self.inodes = {}
        try:
            self._start()
        except:
            if not self._extfileobj:
                fileobj.close()
            self.closed = True
            raise

    def _start(self):
        if self.mode == 'r':
            self.firstmember = None
            self.firstmember = self.next()
        elif self.mode == 'a':
            # To behind the last file.
            while True:
                self.fileobj.seek(self.offset)
                try:
                    self.members.append(self.tarinfo.fromtarfile(self))
                except EOFHeaderError:
                    self.fileobj.seek(self.offset)
                    break
                except HeaderError as e:
                    raise ReadError(str(e))
        if self.mode in 'aw':
            self._loaded = True
            if self.pax_headers:
                buf = self.tarinfo.create_pax_global_header(
                    self.pax_headers.copy())
                self.fileobj.write(buf)
                self.offset += len(buf)

    # Opening.

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE,
             **kwargs):
        """Opens an archive; the mode says how it is compressed."""
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            for comptype in sorted(cls.OPEN_METH,
                                   key=lambda c: cls.OPEN_METH[c] == 'taropen'):
                func = getattr(cls, cls.OPEN_METH[comptype])
                if fileobj is not None:
                    saved = fileobj.tell()
                try:
                    return func(name, 'r', fileobj, **kwargs)
                except (ReadError, CompressionError):
                    if fileobj is not None:
                        fileobj.seek(saved)
            raise ReadError('file could not be opened successfully')
        if ':' in mode:
            filemode, comptype = mode.split(':', 1)
            filemode = filemode or 'r'
            comptype = comptype or 'tar'
            if comptype not in cls.OPEN_METH:
                raise CompressionError('unknown compression type %r'
                                       % comptype)
            func = getattr(cls, cls.OPEN_METH[comptype])
            return func(name, filemode, fileobj, **kwargs)
        if '|' in mode:
            return cls._open_stream(name, mode, fileobj, bufsize, kwargs)
        if mode in ('a', 'w'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def _open_stream(cls, name, mode, fileobj, bufsize, kwargs):
        """A stream is read or written front to back."""
        filemode, comptype = mode.split('|', 1)
        filemode = filemode or 'r'
        comptype = comptype or 'tar'
        if filemode not in ('r', 'w'):
            raise ValueError("mode must be 'r' or 'w'")
        import _tarfile_stream
        stream = _tarfile_stream.Stream(sys.modules[__name__], name, filemode,
                                        comptype, fileobj, bufsize)
        try:
            t = cls(name, filemode, stream, **kwargs)
        except:
            stream.close()
            raise
        t._extfileobj = False
        t._is_stream = True
        return t

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        """Opens an archive that is not compressed."""
        if mode not in ('r', 'a', 'w'):
            raise ValueError("mode must be 'r', 'a' or 'w'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """Opens an archive that is compressed by gzip."""
        if mode not in ('r', 'w'):
            raise ValueError("mode must be 'r' or 'w'")
        import gzip
        gz = gzip.GzipFile(name, mode, compresslevel, fileobj)
        try:
            t = cls.taropen(name, mode, gz, **kwargs)
        except (IOError, EOFError, struct.error):
            gz.close()
            if mode == 'r':
                raise ReadError('not a gzip file')
            raise
        except:
            gz.close()
            raise
        t._extfileobj = False
        return t

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        """Opens an archive that is compressed by bzip2."""
        if mode not in ('r', 'w'):
            raise ValueError("mode must be 'r' or 'w'.")
        import bz2
        try:
            if fileobj is not None:
                fileobj = _BZ2Proxy(fileobj, mode)
            else:
                fileobj = bz2.BZ2File(name, mode, compresslevel=compresslevel)
        except IOError:
            if mode == 'r' and fileobj is not None:
                raise ReadError('not a bzip2 file')
            raise
        try:
            t = cls.taropen(name, mode, fileobj, **kwargs)
        except (IOError, EOFError):
            fileobj.close()
            if mode == 'r':
                raise ReadError('not a bzip2 file')
            raise
        except:
            fileobj.close()
            raise
        t._extfileobj = False
        return t

    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open'}

    def close(self):
        """Closes the archive; ends it, if it was written."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in 'aw':
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest > 0:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()

    # Members.

    def getmember(self, name):
        """The TarInfo of a file: the last of that name."""
        found = self._getmember(name)
        if found is None:
            raise KeyError('filename %r not found' % name)
        return found

    def getmembers(self):
        """The TarInfo of each file."""
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        """The names of the files."""
        return [tarinfo.name for tarinfo in self.getmembers()]

    def _getmember(self, name, tarinfo=None, normalize=False):
        members = self.getmembers()
        if tarinfo is not None:
            members = members[:members.index(tarinfo)]
        if normalize:
            name = os.path.normpath(name)
        for member in reversed(members):
            known = os.path.normpath(member.name) if normalize \
                else member.name
            if known == name:
                return member

    def _load(self):
        while True:
            if self.next() is None:
                break
        self._loaded = True

    def next(self):
        """The next TarInfo, None at the end."""
        self._check('ra')
        if self.firstmember is not None:
            m = self.firstmember
            self.firstmember = None
            return m
        if self.offset != self.fileobj.tell():
            # A file that ends too early is noticed here.
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        tarinfo = self._read_header()
        if tarinfo is not None:
            self.members.append(tarinfo)
        else:
            self._loaded = True
        return tarinfo

    firstmember = None
    _is_stream = False

    def _read_header(self):
        while True:
            try:
                return self.tarinfo.fromtarfile(self)
            except EOFHeaderError:
                if not self.ignore_zeros:
                    return None
                self.offset += BLOCKSIZE
            except InvalidHeaderError as e:
                if not self.ignore_zeros:
                    if self.offset == 0:
                        raise ReadError(str(e))
                    return None
                self.offset += BLOCKSIZE
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError('empty file')
                return None
            except TruncatedHeaderError as e:
                if self.offset == 0:
                    raise ReadError(str(e))
                return None
            except SubsequentHeaderError as e:
                raise ReadError(str(e))
            self.fileobj.seek(self.offset)

    def list(self, verbose=True):
        """Prints the files."""
        self._check()
        for tarinfo in self:
            if verbose:
                print filemode(tarinfo.mode),
                print '%s/%s' % (tarinfo.uname or tarinfo.uid,
                                 tarinfo.gname or tarinfo.gid),
                if tarinfo.ischr() or tarinfo.isblk():
                    print '%10s' % ('%d,%d' % (tarinfo.devmajor,
                                               tarinfo.devminor)),
                else:
                    print '%10d' % tarinfo.size,
                print '%d-%02d-%02d %02d:%02d:%02d' % time.localtime(
                    tarinfo.mtime)[:6],
            print tarinfo.name + ('/' if tarinfo.isdir() else ''),
            if verbose:
                if tarinfo.issym():
                    print '->', tarinfo.linkname,
                if tarinfo.islnk():
                    print 'link to', tarinfo.linkname,
            print

    # Writing.

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """The TarInfo of a file of the file system."""
        self._check('aw')
        if fileobj is not None:
            name = fileobj.name
        if arcname is None:
            arcname = name
        arcname = os.path.splitdrive(arcname)[1]
        arcname = arcname.replace(os.sep, '/').lstrip('/')
        tarinfo = self.tarinfo()
        tarinfo.tarfile = self
        if fileobj is not None:
            statres = os.fstat(fileobj.fileno())
        elif self.dereference:
            statres = os.stat(name)
        else:
            statres = os.lstat(name)
        linkname = ''
        mode = statres.st_mode
        if stat.S_ISREG(mode):
            inode = statres.st_ino, statres.st_dev
            if (not self.dereference and statres.st_nlink > 1 and
                    inode in self.inodes and arcname != self.inodes[inode]):
                type = LNKTYPE
                linkname = self.inodes[inode]
            else:
                type = REGTYPE
                if inode[0]:
                    self.inodes[inode] = arcname
        elif stat.S_ISDIR(mode):
            type = DIRTYPE
        elif stat.S_ISFIFO(mode):
            type = FIFOTYPE
        elif stat.S_ISLNK(mode):
            type = SYMTYPE
            linkname = os.readlink(name)
        elif stat.S_ISCHR(mode):
            type = CHRTYPE
        elif stat.S_ISBLK(mode):
            type = BLKTYPE
        else:
            return None
        tarinfo.name = arcname
        tarinfo.mode = mode
        tarinfo.uid = statres.st_uid
        tarinfo.gid = statres.st_gid
        tarinfo.size = statres.st_size if type == REGTYPE else 0L
        tarinfo.mtime = statres.st_mtime
        tarinfo.type = type
        tarinfo.linkname = linkname
        if pwd:
            try:
                tarinfo.uname = pwd.getpwuid(tarinfo.uid)[0]
            except KeyError:
                pass
        if grp:
            try:
                tarinfo.gname = grp.getgrgid(tarinfo.gid)[0]
            except KeyError:
                pass
        if type in (CHRTYPE, BLKTYPE):
            tarinfo.devmajor = os.major(statres.st_rdev)
            tarinfo.devminor = os.minor(statres.st_rdev)
        return tarinfo

    def add(self, name, arcname=None, recursive=True, exclude=None,
            filter=None):
        """Adds a file, or a folder with all in it."""
        self._check('aw')
        if arcname is None:
            arcname = name
        if exclude is not None:
            import warnings
            warnings.warn('use the filter argument instead',
                          DeprecationWarning, 2)
            if exclude(name):
                return
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        tarinfo = self.gettarinfo(name, arcname)
        if tarinfo is None:
            return
        if filter is not None:
            tarinfo = filter(tarinfo)
            if tarinfo is None:
                return
        if tarinfo.isreg():
            with bltn_open(name, 'rb') as f:
                self.addfile(tarinfo, f)
        elif tarinfo.isdir():
            self.addfile(tarinfo)
            if recursive:
                for f in os.listdir(name):
                    self.add(os.path.join(name, f), os.path.join(arcname, f),
                             recursive, exclude, filter)
        else:
            self.addfile(tarinfo)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a file with the bytes of an open one."""
        self._check('aw')
        tarinfo = copy.copy(tarinfo)
        buf = tarinfo.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(buf)
        self.offset += len(buf)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, tarinfo.size)
            size = tarinfo._block(tarinfo.size)
            self.fileobj.write(NUL * (size - tarinfo.size))
            self.offset += size
        self.members.append(tarinfo)

    # Extracting.

    def extractall(self, path='.', members=None):
        """Extracts all files, or those given."""
        directories = []
        if members is None:
            members = self
        for tarinfo in members:
            if tarinfo.isdir():
                # Their modes may forbid to put files in.
                directories.append(tarinfo)
                tarinfo = copy.copy(tarinfo)
                tarinfo.mode = 0700
            self.extract(tarinfo, path)
        directories.sort(key=operator.attrgetter('name'))
        directories.reverse()
        for tarinfo in directories:
            dirpath = os.path.join(path, tarinfo.name)
            try:
                self.chown(tarinfo, dirpath)
                self.utime(tarinfo, dirpath)
                self.chmod(tarinfo, dirpath)
            except ExtractError as e:
                if self.errorlevel > 1:
                    raise
                self._dbg(1, 'tarfile: %s' % e)

    def extract(self, member, path=''):
        """Extracts a file."""
        self._check('r')
        if isinstance(member, basestring):
            tarinfo = self.getmember(member)
        else:
            tarinfo = member
        if tarinfo.islnk():
            tarinfo._link_target = os.path.join(path, tarinfo.linkname)
        try:
            self._extract_member(tarinfo, os.path.join(path, tarinfo.name))
        except EnvironmentError as e:
            if self.errorlevel > 0:
                raise
            self._dbg(1, 'tarfile: %s' % e)
        except ExtractError as e:
            if self.errorlevel > 1:
                raise
            self._dbg(1, 'tarfile: %s' % e)

    def extractfile(self, member):
        """A file of the archive, for reading; None if it has no data."""
        self._check('r')
        if isinstance(member, basestring):
            tarinfo = self.getmember(member)
        else:
            tarinfo = member
        if tarinfo.isreg() or tarinfo.type not in SUPPORTED_TYPES:
            return self.fileobject(self, tarinfo)
        if tarinfo.islnk() or tarinfo.issym():
            if self._is_stream:
                raise StreamError('cannot extract (sym)link as file object')
            return self.extractfile(self._find_link_target(tarinfo))
        return None

    def _extract_member(self, tarinfo, targetpath):
        targetpath = targetpath.rstrip('/').replace('/', os.sep)
        folder = os.path.dirname(targetpath)
        if folder and not os.path.exists(folder):
            os.makedirs(folder)
        if tarinfo.isdir():
            self.makedir(tarinfo, targetpath)
        elif tarinfo.isfifo():
            self.makefifo(tarinfo, targetpath)
        elif tarinfo.ischr() or tarinfo.isblk():
            self.makedev(tarinfo, targetpath)
        elif tarinfo.islnk() or tarinfo.issym():
            self.makelink(tarinfo, targetpath)
        else:
            self.makefile(tarinfo, targetpath)
        self.chown(tarinfo, targetpath)
        if not tarinfo.issym():
            self.chmod(tarinfo, targetpath)
            self.utime(tarinfo, targetpath)

    def makedir(self, tarinfo, targetpath):
        try:
            os.mkdir(targetpath, 0700)
        except EnvironmentError as e:
            if e.errno != errno.EEXIST:
                raise

    def makefile(self, tarinfo, targetpath):
        source = self.extractfile(tarinfo)
        try:
            with bltn_open(targetpath, 'wb') as target:
                copyfileobj(source, target)
        finally:
            source.close()

    def makefifo(self, tarinfo, targetpath):
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        mode = tarinfo.mode
        mode |= stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR
        os.mknod(targetpath, mode, os.makedev(tarinfo.devmajor,
                                              tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        if tarinfo.issym():
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.symlink(tarinfo.linkname, targetpath)
        elif os.path.exists(tarinfo._link_target):
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.link(tarinfo._link_target, targetpath)
        else:
            try:
                self._extract_member(self._find_link_target(tarinfo),
                                     targetpath)
            except KeyError:
                raise ExtractError('unable to resolve link inside archive')

    def chown(self, tarinfo, targetpath):
        """Gives a file to its owner, which only root can do."""
        if not pwd or os.geteuid() != 0:
            return
        try:
            g = grp.getgrnam(tarinfo.gname)[2]
        except KeyError:
            g = tarinfo.gid
        try:
            u = pwd.getpwnam(tarinfo.uname)[2]
        except KeyError:
            u = tarinfo.uid
        try:
            if tarinfo.issym():
                os.lchown(targetpath, u, g)
            else:
                os.chown(targetpath, u, g)
        except EnvironmentError:
            raise ExtractError('could not change owner')

    def chmod(self, tarinfo, targetpath):
        try:
            os.chmod(targetpath, tarinfo.mode)
        except EnvironmentError:
            raise ExtractError('could not change mode')

    def utime(self, tarinfo, targetpath):
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except EnvironmentError:
            raise ExtractError('could not change modification time')

    def _find_link_target(self, tarinfo):
        if tarinfo.issym():
            linkname = '/'.join(filter(None, (os.path.dirname(tarinfo.name),
                                              tarinfo.linkname)))
            limit = None
        else:
            linkname = tarinfo.linkname
            limit = tarinfo
        member = self._getmember(linkname, tarinfo=limit, normalize=True)
        if member is None:
            raise KeyError('linkname %r not found' % linkname)
        return member

    def _check(self, mode=None):
        if self.closed:
            raise IOError('%s is closed' % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise IOError('bad operation for mode %r' % self.mode)

    def _dbg(self, level, msg):
        if level <= self.debug:
            print >>sys.stderr, msg

    def __iter__(self):
        if self._loaded:
            for tarinfo in self.members:
                yield tarinfo
            return
        index = 0
        if self.firstmember is not None:
            tarinfo = self.next()
            index += 1
            yield tarinfo
        while True:
            if index < len(self.members):
                tarinfo = self.members[index]
            elif not self._loaded:
                tarinfo = self.next()
                if not tarinfo:
                    self._loaded = True
                    return
            else:
                return
            index += 1
            yield tarinfo

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            # What was written is no archive; it is not ended.
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True


class _BZ2Proxy(object):
    """A file compressed by bzip2 over an open file."""

    def __init__(self, fileobj, mode):
        import bz2
        self.fileobj = fileobj
        self.mode = mode
        self.name = getattr(fileobj, 'name', None)
        if mode == 'r':
            from StringIO import StringIO
            pieces = []
            one = bz2.BZ2Decompressor()
            for data in iter(lambda: fileobj.read(16 * 1024), ''):
                while data:
                    try:
                        pieces.append(one.decompress(data))
                        data = one.unused_data
                    except EOFError:
                        one = bz2.BZ2Decompressor()
                        continue
                    if data:
                        one = bz2.BZ2Decompressor()
            self._text = StringIO(''.join(pieces))
            self.read = self._text.read
            self.seek = self._text.seek
            self.tell = self._text.tell
        else:
            self._compressor = bz2.BZ2Compressor()
            self._pos = 0

    def write(self, data):
        self._pos += len(data)
        self.fileobj.write(self._compressor.compress(data))

    def tell(self):
        return self._pos

    def close(self):
        if self.mode == 'w':
            self.fileobj.write(self._compressor.flush())


def is_tarfile(name):
    """Is a file, given by name, an archive that can be read?"""
    try:
        open(name).close()
        return True
    except TarError:
        return False


open = TarFile.open
