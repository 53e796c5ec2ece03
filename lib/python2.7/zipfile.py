"""ZIP archives (PKWARE's APPNOTE), stored and deflated, with ZIP64."""

import io
import os
import shutil
import stat
import struct
import sys
import time
import binascii

try:
    import zlib
    crc32 = zlib.crc32
except ImportError:
    zlib = None
    crc32 = binascii.crc32

__all__ = ['BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'is_zipfile',
           'ZipInfo', 'ZipFile', 'PyZipFile', 'LargeZipFile']


class BadZipfile(Exception):
    pass


class LargeZipFile(Exception):
    """A file needs ZIP64, which is not allowed."""


error = BadZipfile

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1

ZIP_STORED = 0
ZIP_DEFLATED = 8

# End of central directory: signature, disk, directory's disk, entries here,
# entries, size, offset, length of the comment.
structEndArchive = '<4s4H2LH'
stringEndArchive = 'PK\005\006'
sizeEndCentDir = struct.calcsize(structEndArchive)

# Directory entry: signature, versions, flags, method, time, date, crc, two
# sizes, three lengths, disk, attributes, offset.
structCentralDir = '<4s4B4HL2L5H2L'
stringCentralDir = 'PK\001\002'
sizeCentralDir = struct.calcsize(structCentralDir)

# Header before a file's data: the same in short.
structFileHeader = '<4s2B4HL2L2H'
stringFileHeader = 'PK\003\004'
sizeFileHeader = struct.calcsize(structFileHeader)

structEndArchive64Locator = '<4sLQL'
stringEndArchive64Locator = 'PK\x06\x07'
sizeEndCentDir64Locator = struct.calcsize(structEndArchive64Locator)

structEndArchive64 = '<4sQ2H2L4Q'
stringEndArchive64 = 'PK\x06\x06'
sizeEndCentDir64 = struct.calcsize(structEndArchive64)

_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x1, 0x8, 0x800

_FULL32 = 0xffffffffL


def _check_zipfile(fp):
    try:
        return bool(_find_end(fp))
    except IOError:
        return False


def is_zipfile(filename):
    """Is a file, given by name or open, a ZIP archive?"""
    try:
        if hasattr(filename, 'read'):
            return _check_zipfile(filename)
        with open(filename, 'rb') as fp:
            return _check_zipfile(fp)
    except IOError:
        return False


class _End(object):
    """What the end of an archive says of its directory."""

    def __init__(self, entries, size, offset, comment, location):
        self.entries = entries
        self.size = size
        self.offset = offset
        self.comment = comment
        self.location = location  # where this record stands
        self.is_64 = False


def _find_end(fp):
    """The end record of an archive; None if there is none."""
    fp.seek(0, 2)
    filesize = fp.tell()
    start = max(filesize - ZIP_MAX_COMMENT - sizeEndCentDir, 0)
    fp.seek(start)
    data = fp.read()
    # Without a comment it is at the very end.
    at = len(data) - sizeEndCentDir
    if at < 0 or not (data.startswith(stringEndArchive, at) and
                      data[-2:] == '\000\000'):
        at = data.rfind(stringEndArchive)
        if at < 0 or len(data) - at < sizeEndCentDir:
            return None
    fields = struct.unpack(structEndArchive, data[at:at + sizeEndCentDir])
    begin = at + sizeEndCentDir
    end = _End(fields[4], fields[5], fields[6],
               data[begin:begin + fields[7]], start + at)
    _read_end_64(fp, end)
    return end


def _read_end_64(fp, end):
    """Takes what the ZIP64 record says, if there is one."""
    place = end.location - sizeEndCentDir64Locator
    if place < 0:
        return
    fp.seek(place)
    data = fp.read(sizeEndCentDir64Locator)
    if len(data) != sizeEndCentDir64Locator:
        return
    sig, disk, offset, disks = struct.unpack(structEndArchive64Locator, data)
    if sig != stringEndArchive64Locator:
        return
    if disk != 0 or disks != 1:
        raise BadZipfile('zipfiles that span multiple disks are not supported')
    fp.seek(place - sizeEndCentDir64)
    data = fp.read(sizeEndCentDir64)
    if len(data) != sizeEndCentDir64:
        return
    fields = struct.unpack(structEndArchive64, data)
    if fields[0] != stringEndArchive64:
        return
    end.entries, end.size, end.offset = fields[7:10]
    end.is_64 = True


class ZipInfo(object):
    """A file in an archive."""

    __slots__ = (
        'orig_filename', 'filename', 'date_time', 'compress_type', 'comment',
        'extra', 'create_system', 'create_version', 'extract_version',
        'reserved', 'flag_bits', 'volume', 'internal_attr', 'external_attr',
        'header_offset', 'CRC', 'compress_size', 'file_size', '_raw_time')

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        filename = filename.split(chr(0), 1)[0]
        if os.sep != '/' and os.sep in filename:
            filename = filename.replace(os.sep, '/')
        self.filename = filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type = ZIP_STORED
        self.comment = ''
        self.extra = ''
        self.create_system = 0 if sys.platform == 'win32' else 3
        self.create_version = 20
        self.extract_version = 20
        self.reserved = 0
        self.flag_bits = 0
        self.volume = 0
        self.internal_attr = 0
        self.external_attr = 0

    def _dos_time(self):
        """(date, time) as MS-DOS has them"""
        t = self.date_time
        return ((t[0] - 1980) << 9 | t[1] << 5 | t[2],
                t[3] << 11 | t[4] << 5 | t[5] // 2)

    def FileHeader(self, zip64=None):
        """The header before the file's data."""
        date, time = self._dos_time()
        if self.flag_bits & _DESCRIPTOR:
            crc = compress_size = file_size = 0
        else:
            crc = self.CRC
            compress_size = self.compress_size
            file_size = self.file_size
        extra = self.extra
        too_large = file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT
        if zip64 is None:
            zip64 = too_large
        if zip64:
            extra = extra + struct.pack('<HHQQ', 1, 16, file_size,
                                        compress_size)
        if too_large:
            if not zip64:
                raise LargeZipFile('Filesize would require ZIP64 extensions')
            file_size = compress_size = 0xffffffff
            self.extract_version = max(45, self.extract_version)
            self.create_version = max(45, self.extract_version)
        filename, flags = self._encodeFilenameFlags()
        header = struct.pack(
            structFileHeader, stringFileHeader, self.extract_version,
            self.reserved, flags, self.compress_type, time, date, crc,
            compress_size, file_size, len(filename), len(extra))
        return header + filename + extra

    def _encodeFilenameFlags(self):
        if isinstance(self.filename, unicode):
            try:
                return self.filename.encode('ascii'), self.flag_bits
            except UnicodeEncodeError:
                return (self.filename.encode('utf-8'),
                        self.flag_bits | _UTF8)
        return self.filename, self.flag_bits

    def _decodeFilename(self):
        if self.flag_bits & _UTF8:
            return self.filename.decode('utf-8')
        return self.filename

    def _decodeExtra(self):
        """Takes the ZIP64 sizes out of the extra data."""
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack('<HH', extra[:4])
            if size + 4 > len(extra):
                raise BadZipfile('Corrupt extra field %04x (size=%d)'
                                 % (kind, size))
            if kind == 1:
                self._take_64(extra[4:4 + size], size)
            extra = extra[size + 4:]

    def _take_64(self, data, size):
        if size >= 24:
            counts = struct.unpack('<QQQ', data[:24])
        elif size == 16:
            counts = struct.unpack('<QQ', data)
        elif size == 8:
            counts = struct.unpack('<Q', data)
        elif size == 0:
            counts = ()
        else:
            raise BadZipfile('Corrupt extra field %04x (size=%d)'
                             % (1, size))
        counts = list(counts)
        if self.file_size in (0xffffffffffffffffL, _FULL32):
            self.file_size = counts.pop(0)
        if self.compress_size == _FULL32:
            self.compress_size = counts.pop(0)
        if self.header_offset == _FULL32:
            self.header_offset = counts.pop(0)


def _without_64(extra):
    """Extra data without a ZIP64 record that it may have."""
    kept = ''
    while len(extra) >= 4:
        kind, size = struct.unpack('<HH', extra[:4])
        if kind != 1:
            kept += extra[:size + 4]
        extra = extra[size + 4:]
    return kept + extra


class _ZipDecrypter:
    """The traditional encryption: keys that every byte changes.  Called with
    an encrypted byte it returns the plain one."""

    def __init__(self, pwd):
        self.key0 = 305419896
        self.key1 = 591751049
        self.key2 = 878082192
        for c in pwd:
            self._UpdateKeys(c)

    def _crc32(self, c, crc):
        return ~crc32(c, ~crc & 0xffffffff) & 0xffffffff

    def _UpdateKeys(self, c):
        self.key0 = self._crc32(c, self.key0)
        self.key1 = (self.key1 + (self.key0 & 255)) & 0xffffffff
        self.key1 = (self.key1 * 134775813 + 1) & 0xffffffff
        self.key2 = self._crc32(chr(self.key1 >> 24 & 255), self.key2)

    def __call__(self, c):
        k = self.key2 | 2
        plain = chr(ord(c) ^ (k * (k ^ 1) >> 8 & 255))
        self._UpdateKeys(plain)
        return plain


compressor_names = {
    0: 'store', 1: 'shrink', 2: 'reduce', 3: 'reduce', 4: 'reduce',
    5: 'reduce', 6: 'implode', 7: 'tokenize', 8: 'deflate', 9: 'deflate64',
    10: 'implode', 12: 'bzip2', 14: 'lzma', 18: 'terse', 19: 'lz77',
    97: 'wavpack', 98: 'ppmd'}


class ZipExtFile(io.BufferedIOBase):
    """A file of an archive, for reading."""

    MAX_N = 1 << 31 - 1
    MIN_READ_SIZE = 4096
    PATTERN = None

    def __init__(self, fileobj, mode, zipinfo, decrypter=None,
                 close_fileobj=False):
        self._fileobj = fileobj
        self._decrypter = decrypter
        self._close_fileobj = close_fileobj
        self._compress_type = zipinfo.compress_type
        self._compress_size = zipinfo.compress_size
        self._compress_left = zipinfo.compress_size
        if self._compress_type == ZIP_DEFLATED:
            self._decompressor = zlib.decompressobj(-15)
        elif self._compress_type != ZIP_STORED:
            name = compressor_names.get(self._compress_type)
            if name:
                raise NotImplementedError('compression type %d (%s)'
                                          % (self._compress_type, name))
            raise NotImplementedError('compression type %d'
                                      % self._compress_type)
        self._unconsumed = ''
        self._readbuffer = ''
        self._offset = 0
        self._universal = 'U' in mode
        self.newlines = None
        # The encryption header is part of the compressed size.
        if decrypter is not None:
            self._compress_left -= 12
        self.mode = mode
        self.name = zipinfo.filename
        self._expected_crc = getattr(zipinfo, 'CRC', None)
        self._running_crc = crc32('') & 0xffffffff

    def readline(self, limit=-1):
        """A line; its end is "\\n" whatever it was in universal mode."""
        if not self._universal and limit < 0:
            end = self._readbuffer.find('\n', self._offset) + 1
            if end > 0:
                line = self._readbuffer[self._offset:end]
                self._offset = end
                return line
        if not self._universal:
            return io.BufferedIOBase.readline(self, limit)
        return self._universal_line(limit)

    def _universal_line(self, limit):
        line = ''
        while limit < 0 or len(line) < limit:
            ahead = self.peek(2)
            if ahead == '':
                return line
            ends = [i for i in (ahead.find('\n'), ahead.find('\r')) if i >= 0]
            n = min(ends) if ends else len(ahead)
            if n:
                if limit >= 0:
                    n = min(n, limit - len(line))
                self._offset += n
                line += ahead[:n]
                continue
            newline = '\r\n' if ahead[:2] == '\r\n' else ahead[0]
            if self.newlines is None:
                self.newlines = []
            if newline not in self.newlines:
                self.newlines.append(newline)
            self._offset += len(newline)
            return line + '\n'
        return line

    def peek(self, n=1):
        """Bytes that are read next."""
        if n > len(self._readbuffer) - self._offset:
            chunk = self.read(n)
            if len(chunk) > self._offset:
                self._readbuffer = chunk + self._readbuffer[self._offset:]
                self._offset = 0
            else:
                self._offset -= len(chunk)
        return self._readbuffer[self._offset:self._offset + 512]

    def readable(self):
        return True

    def read(self, n=-1):
        """n bytes, fewer at the end; all if n is negative or None."""

        if n is None:
            n = -1
        pieces = []
        have = 0
        while n < 0 or n > have:
            piece = self.read1(n if n < 0 else n - have)
            if not piece:
                break
            pieces.append(piece)
            have += len(piece)
        return ''.join(pieces)

    def _update_crc(self, data, eof):
        if self._expected_crc is None:
            return
        self._running_crc = crc32(data, self._running_crc) & 0xffffffff
        if eof and self._running_crc != self._expected_crc:
            raise BadZipfile('Bad CRC-32 for file %r' % self.name)

    def _fetch(self, n):
        """Gets more compressed bytes."""
        data = self._fileobj.read(min(n, self._compress_left))
        self._compress_left -= len(data)
        if data and self._decrypter is not None:
            data = ''.join(map(self._decrypter, data))
        return data

    def read1(self, n):
        """At most n bytes, with one read of the archive if any."""
        if n < 0 or n is None:
            n = self.MAX_N
        have = len(self._unconsumed)
        if self._compress_left > 0 and n > have:
            data = self._fetch(max(n - have, self.MIN_READ_SIZE))
            if self._compress_type == ZIP_STORED:
                self._update_crc(data, eof=self._compress_left == 0)
                self._readbuffer = self._readbuffer[self._offset:] + data
                self._offset = 0
            else:
                self._unconsumed += data
        if self._unconsumed and self._compress_type == ZIP_DEFLATED:
            data = self._decompressor.decompress(
                self._unconsumed, max(n, self.MIN_READ_SIZE))
            self._unconsumed = self._decompressor.unconsumed_tail
            eof = not self._unconsumed and self._compress_left == 0
            if eof:
                data += self._decompressor.flush()
            self._update_crc(data, eof=eof)
            self._readbuffer = self._readbuffer[self._offset:] + data
            self._offset = 0
        data = self._readbuffer[self._offset:self._offset + n]
        self._offset += len(data)
        return data

    def close(self):
        try:
            if self._close_fileobj:
                self._fileobj.close()
        finally:
            io.BufferedIOBase.close(self)


class ZipFile(object):
    """An archive: opened by name or from a file, for reading ("r"), writing
    ("w") or adding ("a")."""

    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED,
                 allowZip64=False):
        if mode not in ('r', 'w', 'a'):
            raise RuntimeError('ZipFile() requires mode "r", "w", or "a"')
        if compression == ZIP_DEFLATED:
            if not zlib:
                raise RuntimeError('Compression requires the (missing) zlib '
                                   'module')
        elif compression != ZIP_STORED:
            raise RuntimeError('That compression method is not supported')
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.mode = key = mode
        self.pwd = None
        self._comment = ''
        if isinstance(file, basestring):
            self._filePassed = 0
            self.filename = file
            try:
                self.fp = open(file, {'r': 'rb', 'w': 'wb', 'a': 'r+b'}[mode])
            except IOError:
                if mode != 'a':
                    raise
                mode = key = 'w'
                self.fp = open(file, 'wb')
        else:
            self._filePassed = 1
            self.fp = file
            self.filename = getattr(file, 'name', None)
        try:
            self._start(key)
        except:
            fp = self.fp
            self.fp = None
            if not self._filePassed:
                fp.close()
            raise

    def _start(self, key):
        if key == 'r':
            self._RealGetContents()
        elif key == 'w':
            self._didModify = True
            self._start_disk = self.fp.tell()
        else:
            try:
                self._RealGetContents()
                self.fp.seek(self.start_dir, 0)
            except BadZipfile:
                # No archive: one is added behind what is there.
                self.fp.seek(0, 2)
                self._didModify = True
                self._start_disk = self.fp.tell()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def _RealGetContents(self):
        """Reads the directory."""
        fp = self.fp
        try:
            end = _find_end(fp)
        except IOError:
            raise BadZipfile('File is not a zip file')
        if not end:
            raise BadZipfile('File is not a zip file')
        if self.debug > 1:
            print end.__dict__
        self._comment = end.comment
        # Data before the archive shifts all offsets.
        concat = end.location - end.size - end.offset
        if end.is_64:
            concat -= sizeEndCentDir64 + sizeEndCentDir64Locator
        self._start_disk = concat
        self.start_dir = end.offset + concat
        fp.seek(self.start_dir, 0)
        data = fp.read(end.size)
        at = 0
        while at < end.size:
            at = self._read_entry(data, at, concat)

    def _read_entry(self, data, at, concat):
        record = data[at:at + sizeCentralDir]
        if len(record) != sizeCentralDir:
            raise BadZipfile('Truncated central directory')
        f = struct.unpack(structCentralDir, record)
        if f[0] != stringCentralDir:
            raise BadZipfile('Bad magic number for central directory')
        at += sizeCentralDir
        x = ZipInfo(data[at:at + f[12]])
        at += f[12]
        x.extra = data[at:at + f[13]]
        at += f[13]
        x.comment = data[at:at + f[14]]
        at += f[14]
        (x.create_version, x.create_system, x.extract_version, x.reserved,
         x.flag_bits, x.compress_type, t, d, x.CRC, x.compress_size,
         x.file_size) = f[1:12]
        x.volume, x.internal_attr, x.external_attr = f[15:18]
        x.header_offset = f[18]
        x._raw_time = t
        x.date_time = ((d >> 9) + 1980, d >> 5 & 15, d & 31,
                       t >> 11, t >> 5 & 63, (t & 31) * 2)
        x._decodeExtra()
        x.header_offset += concat
        x.filename = x._decodeFilename()
        self.filelist.append(x)
        self.NameToInfo[x.filename] = x
        return at

    def namelist(self):
        """The names of the files."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """The ZipInfo of each file."""
        return self.filelist

    def printdir(self):
        """Prints a table of the files."""
        print '%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size')
        for info in self.filelist:
            date = '%d-%02d-%02d %02d:%02d:%02d' % info.date_time[:6]
            print '%-46s %s %12d' % (info.filename, date, info.file_size)

    def testzip(self):
        """Reads all files; the name of the first that is damaged."""
        for info in self.filelist:
            try:
                with self.open(info.filename, 'r') as f:
                    while f.read(1 << 20):
                        pass
            except BadZipfile:
                return info.filename

    def getinfo(self, name):
        """The ZipInfo of a file."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError('There is no item named %r in the archive' % name)
        return info

    def setpassword(self, pwd):
        """The password for encrypted files."""
        self.pwd = pwd

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn('Archive comment is too long; truncating to %d '
                          'bytes' % ZIP_MAX_COMMENT, stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """The bytes of a file."""
        with self.open(name, 'r', pwd) as f:
            return f.read()

    def open(self, name, mode='r', pwd=None):
        """A file of the archive, for reading."""
        if mode not in ('r', 'U', 'rU'):
            raise RuntimeError('open() requires mode "r", "U", or "rU"')
        if not self.fp:
            raise RuntimeError('Attempt to read ZIP archive that was already '
                               'closed')
        if self._filePassed:
            source = self.fp
            own = False
        else:
            source = open(self.filename, 'rb')
            own = True
        try:
            info = name if isinstance(name, ZipInfo) else self.getinfo(name)
            source.seek(info.header_offset, 0)
            self._check_header(source, info)
            decrypter = None
            if info.flag_bits & _ENCRYPTED:
                decrypter = self._decrypter(source, info, name,
                                            pwd or self.pwd)
            return ZipExtFile(source, mode, info, decrypter,
                              close_fileobj=own)
        except:
            if own:
                source.close()
            raise

    def _check_header(self, source, info):
        header = source.read(sizeFileHeader)
        if len(header) != sizeFileHeader:
            raise BadZipfile('Truncated file header')
        f = struct.unpack(structFileHeader, header)
        if f[0] != stringFileHeader:
            raise BadZipfile('Bad magic number for file header')
        filename = source.read(f[10])
        if f[11]:
            source.read(f[11])
        if filename != info.orig_filename:
            raise BadZipfile('File name in directory "%s" and header "%s" '
                             'differ.' % (info.orig_filename, filename))

    def _decrypter(self, source, info, name, pwd):
        if not pwd:
            raise RuntimeError('File %s is encrypted, password required for '
                               'extraction' % name)
        decrypter = _ZipDecrypter(pwd)
        head = map(decrypter, source.read(12))
        if info.flag_bits & _DESCRIPTOR:
            check = info._raw_time >> 8 & 0xff
        else:
            check = info.CRC >> 24 & 0xff
        if ord(head[11]) != check:
            raise RuntimeError('Bad password for file', name)
        return decrypter

    def extract(self, member, path=None, pwd=None):
        """Writes a file of the archive below path; returns its path."""
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        return self._extract_member(member, path or os.getcwd(), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all files, or those given."""
        for member in members or self.namelist():
            self.extract(member, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        name = member.filename.replace('/', os.path.sep)
        name = os.path.splitdrive(name)[1]
        # No way out of the folder.
        name = os.path.sep.join(part for part in name.split(os.path.sep)
                                if part not in ('', os.path.curdir,
                                                os.path.pardir))
        targetpath = os.path.normpath(os.path.join(targetpath, name))
        folder = os.path.dirname(targetpath)
        if folder and not os.path.exists(folder):
            os.makedirs(folder)
        if member.filename[-1] == '/':
            if not os.path.isdir(targetpath):
                os.mkdir(targetpath)
            return targetpath
        with self.open(member, pwd=pwd) as source:
            with open(targetpath, 'wb') as target:
                shutil.copyfileobj(source, target)
        return targetpath

    def _writecheck(self, zinfo):
        """Whether a file can be added."""
        if zinfo.filename in self.NameToInfo:
            import warnings
            warnings.warn('Duplicate name: %r' % zinfo.filename, stacklevel=3)
        if self.mode not in ('w', 'a'):
            raise RuntimeError('write() requires mode "w" or "a"')
        if not self.fp:
            raise RuntimeError('Attempt to write ZIP archive that was '
                               'already closed')
        if zinfo.compress_type == ZIP_DEFLATED and not zlib:
            raise RuntimeError('Compression requires the (missing) zlib '
                               'module')
        if zinfo.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise RuntimeError('That compression method is not supported')
        if not self._allowZip64:
            too_much = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                too_much = 'Files count'
            elif zinfo.file_size > ZIP64_LIMIT:
                too_much = 'Filesize'
            elif zinfo.header_offset > ZIP64_LIMIT:
                too_much = 'Zipfile size'
            if too_much:
                raise LargeZipFile(too_much +
                                   ' would require ZIP64 extensions')

    def _added(self, zinfo):
        self.filelist.append(zinfo)
        self.NameToInfo[zinfo.filename] = zinfo

    def write(self, filename, arcname=None, compress_type=None):
        """Adds a file of the file system."""
        if not self.fp:
            raise RuntimeError('Attempt to write to ZIP archive that was '
                               'already closed')
        st = os.stat(filename)
        isdir = stat.S_ISDIR(st.st_mode)
        if arcname is None:
            arcname = filename
        arcname = os.path.normpath(os.path.splitdrive(arcname)[1])
        while arcname[0] in (os.sep, os.altsep):
            arcname = arcname[1:]
        if isdir:
            arcname += '/'
        zinfo = ZipInfo(arcname, time.localtime(st.st_mtime)[0:6])
        zinfo.external_attr = (st[0] & 0xFFFF) << 16L
        if isdir:
            zinfo.compress_type = ZIP_STORED
        elif compress_type is None:
            zinfo.compress_type = self.compression
        else:
            zinfo.compress_type = compress_type
        zinfo.file_size = st.st_size
        zinfo.header_offset = self.fp.tell()
        self._writecheck(zinfo)
        self._didModify = True
        zinfo.CRC = zinfo.compress_size = 0
        if isdir:
            zinfo.file_size = 0
            zinfo.external_attr |= 0x10
            self._added(zinfo)
            self.fp.write(zinfo.FileHeader(False))
            return
        self._write_data(filename, zinfo)
        self._added(zinfo)

    def _write_data(self, filename, zinfo):
        """Copies a file; its header is written again when sizes are known."""
        with open(filename, 'rb') as source:
            zip64 = (self._allowZip64 and
                     zinfo.file_size * 1.05 > ZIP64_LIMIT)
            self.fp.write(zinfo.FileHeader(zip64))
            compress = None
            if zinfo.compress_type == ZIP_DEFLATED:
                compress = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION,
                                            zlib.DEFLATED, -15)
            crc = file_size = compress_size = 0
            while True:
                data = source.read(1024 * 8)
                if not data:
                    break
                file_size += len(data)
                crc = crc32(data, crc) & 0xffffffff
                if compress:
                    data = compress.compress(data)
                    compress_size += len(data)
                self.fp.write(data)
        if compress:
            data = compress.flush()
            compress_size += len(data)
            self.fp.write(data)
            zinfo.compress_size = compress_size
        else:
            zinfo.compress_size = file_size
        zinfo.CRC = crc
        zinfo.file_size = file_size
        if not zip64 and self._allowZip64:
            if file_size > ZIP64_LIMIT:
                raise RuntimeError('File size has increased during '
                                   'compressing')
            if compress_size > ZIP64_LIMIT:
                raise RuntimeError('Compressed size larger than uncompressed '
                                   'size')
        place = self.fp.tell()
        self.fp.seek(zinfo.header_offset, 0)
        self.fp.write(zinfo.FileHeader(zip64))
        self.fp.seek(place, 0)

    def writestr(self, zinfo_or_arcname, bytes, compress_type=None):
        """Adds a file with these bytes."""
        if isinstance(zinfo_or_arcname, ZipInfo):
            zinfo = zinfo_or_arcname
        else:
            zinfo = ZipInfo(zinfo_or_arcname,
                            time.localtime(time.time())[:6])
            zinfo.compress_type = self.compression
            if zinfo.filename[-1] == '/':
                # A folder: drwxrwxr-x, and MS-DOS's bit for it.
                zinfo.external_attr = 0o40775 << 16 | 0x10
            else:
                zinfo.external_attr = 0o600 << 16
        if not self.fp:
            raise RuntimeError('Attempt to write to ZIP archive that was '
                               'already closed')
        if compress_type is not None:
            zinfo.compress_type = compress_type
        zinfo.file_size = len(bytes)
        zinfo.header_offset = self.fp.tell()
        self._writecheck(zinfo)
        self._didModify = True
        zinfo.CRC = crc32(bytes) & 0xffffffff
        if zinfo.compress_type == ZIP_DEFLATED:
            compress = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION,
                                        zlib.DEFLATED, -15)
            bytes = compress.compress(bytes) + compress.flush()
        zinfo.compress_size = len(bytes)
        zip64 = (zinfo.file_size > ZIP64_LIMIT or
                 zinfo.compress_size > ZIP64_LIMIT)
        if zip64 and not self._allowZip64:
            raise LargeZipFile('Filesize would require ZIP64 extensions')
        self.fp.write(zinfo.FileHeader(zip64))
        self.fp.write(bytes)
        if zinfo.flag_bits & _DESCRIPTOR:
            self.fp.write(struct.pack('<LQQ' if zip64 else '<LLL', zinfo.CRC,
                                      zinfo.compress_size, zinfo.file_size))
        self.fp.flush()
        self._added(zinfo)

    def __del__(self):
        self.close()

    def close(self):
        """Writes the directory, if there are changes, and closes."""
        if self.fp is None:
            return
        try:
            if self.mode in ('w', 'a') and self._didModify:
                self._write_directory()
        finally:
            fp = self.fp
            self.fp = None
            if not self._filePassed:
                fp.close()

    def _directory_entry(self, info):
        date, time = info._dos_time()
        extra = []
        file_size, compress_size = info.file_size, info.compress_size
        if file_size > ZIP64_LIMIT or compress_size > ZIP64_LIMIT:
            extra = [file_size, compress_size]
            file_size = compress_size = 0xffffffff
        offset = info.header_offset - self._start_disk
        if offset > ZIP64_LIMIT:
            extra.append(offset)
            offset = 0xffffffff
        extra_data = info.extra
        if extra:
            extra_data = struct.pack(
                '<HH' + 'Q' * len(extra), 1, 8 * len(extra),
                *extra) + _without_64(extra_data)
            info.extract_version = max(45, info.extract_version)
            info.create_version = max(45, info.create_version)
        filename, flags = info._encodeFilenameFlags()
        return struct.pack(
            structCentralDir, stringCentralDir, info.create_version,
            info.create_system, info.extract_version, info.reserved, flags,
            info.compress_type, time, date, info.CRC, compress_size,
            file_size, len(filename), len(extra_data), len(info.comment), 0,
            info.internal_attr, info.external_attr,
            offset) + filename + extra_data + info.comment

    def _write_directory(self):
        start = self.fp.tell()
        for info in self.filelist:
            self.fp.write(self._directory_entry(info))
        end = self.fp.tell()
        count, size = len(self.filelist), end - start
        offset = start - self._start_disk
        too_much = None
        if count > ZIP_FILECOUNT_LIMIT:
            too_much = 'Files count'
        elif offset > ZIP64_LIMIT:
            too_much = 'Central directory offset'
        elif size > ZIP64_LIMIT:
            too_much = 'Central directory size'
        if too_much:
            if not self._allowZip64:
                raise LargeZipFile(too_much +
                                   ' would require ZIP64 extensions')
            self.fp.write(struct.pack(
                structEndArchive64, stringEndArchive64, 44, 45, 45, 0, 0,
                count, count, size, offset))
            self.fp.write(struct.pack(
                structEndArchive64Locator, stringEndArchive64Locator, 0,
                end - self._start_disk, 1))
            count = min(count, 0xFFFF)
            size = min(size, 0xFFFFFFFF)
            offset = min(offset, 0xFFFFFFFF)
        self.fp.write(struct.pack(
            structEndArchive, stringEndArchive, 0, 0, count, count, size,
            offset, len(self._comment)))
        self.fp.write(self._comment)
        self.fp.flush()


class PyZipFile(ZipFile):
    """An archive of Python modules, compiled."""

    def writepy(self, pathname, basename=''):
        """Adds a module, or those of a folder or package."""
        folder, name = os.path.split(pathname)
        if not os.path.isdir(pathname):
            if pathname[-3:] != '.py':
                raise RuntimeError('Files added with writepy() must end with '
                                   '".py"')
            self._add_module(pathname, basename)
            return
        is_package = os.path.isfile(os.path.join(pathname, '__init__.py'))
        if is_package:
            basename = '%s/%s' % (basename, name) if basename else name
            if self.debug:
                print 'Adding package in', pathname, 'as', basename
            self._add_module(os.path.join(pathname, '__init__.py'), basename)
        elif self.debug:
            print 'Adding files from directory', pathname
        for entry in sorted(os.listdir(pathname)):
            path = os.path.join(pathname, entry)
            if is_package and os.path.isdir(path):
                if os.path.isfile(os.path.join(path, '__init__.py')):
                    self.writepy(path, basename)
            elif entry[-3:] == '.py' and not (is_package and
                                              entry == '__init__.py'):
                self._add_module(path, basename)

    def _add_module(self, path, basename):
        path = self._compiled(path)
        arcname = os.path.basename(path)
        if basename:
            arcname = '%s/%s' % (basename, arcname)
        if self.debug:
            print 'Adding', arcname
        self.write(path, arcname)

    def _compiled(self, path):
        """The compiled file, made anew if it is older"""
        made = os.stat(path).st_mtime
        for compiled in (path + 'o', path + 'c'):
            if os.path.isfile(compiled) and \
                    os.stat(compiled).st_mtime >= made:
                return compiled
        import py_compile
        if self.debug:
            print 'Compiling', path
        try:
            py_compile.compile(path, path + 'c', None, True)
        except py_compile.PyCompileError, err:
            print err.msg
        return path + 'c'


def main(args=None):
    """Lists, tests, extracts and makes archives from the command line."""
    usage = ('Usage:\n'
             '    zipfile.py -l zipfile.zip        # Show listing of a '
             'zipfile\n'
             '    zipfile.py -t zipfile.zip        # Test if a zipfile is '
             'valid\n'
             '    zipfile.py -e zipfile.zip target # Extract zipfile into '
             'target dir\n'
             '    zipfile.py -c zipfile.zip src ... # Create zipfile from '
             'sources\n')
    if args is None:
        args = sys.argv[1:]
    sizes = {'-l': (2, 2), '-t': (2, 2), '-e': (3, 3), '-c': (3, sys.maxint)}
    if not args or args[0] not in sizes or not (
            sizes[args[0]][0] <= len(args) <= sizes[args[0]][1]):
        print usage
        sys.exit(1)
    if args[0] == '-l':
        with ZipFile(args[1], 'r') as zf:
            zf.printdir()
    elif args[0] == '-t':
        with ZipFile(args[1], 'r') as zf:
            badfile = zf.testzip()
        if badfile:
            print('The following enclosed file is corrupted: {!r}'
                  .format(badfile))
        print 'Done testing'
    elif args[0] == '-e':
        with ZipFile(args[1], 'r') as zf:
            zf.extractall(args[2])
    else:
        with ZipFile(args[1], 'w', allowZip64=True) as zf:
            for path in args[2:]:
                name = os.path.basename(path)
                if not name:
                    name = os.path.basename(os.path.dirname(path))
                if name in ('', os.curdir, os.pardir):
                    name = ''
                _add_tree(zf, path, name)


def _add_tree(zf, path, zippath):
    if os.path.isfile(path):
        zf.write(path, zippath, ZIP_DEFLATED)
    elif os.path.isdir(path):
        if zippath:
            zf.write(path, zippath)
        for name in os.listdir(path):
            _add_tree(zf, os.path.join(path, name),
                      os.path.join(zippath, name))


if __name__ == '__main__':
    main()
