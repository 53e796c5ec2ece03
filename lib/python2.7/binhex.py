"""BinHex 4: files of Macs as text, with the kinds of data they have."""
import binascii
import os
import struct

__all__ = ['binhex', 'hexbin', 'Error']

REASONABLY_LARGE = 32768  # so much is compressed at once
LINELEN = 64
RUNCHAR = chr(0x90)       # begins a run of equal bytes

_DID_HEADER = 0
_DID_DATA = 1


class Error(Exception):
    pass


class FInfo:
    """What a Mac knows of a file."""

    def __init__(self):
        self.Type = '????'
        self.Creator = '????'
        self.Flags = 0


def getfileinfo(name):
    """(name, FInfo, size of the data, size of the resources)"""
    finfo = FInfo()
    with open(name) as fp:
        data = fp.read(256)
        fp.seek(0, 2)
        size = fp.tell()
    if not [c for c in data
            if not c.isspace() and (c < ' ' or ord(c) > 0x7f)]:
        finfo.Type = 'TEXT'
    return os.path.split(name)[1].replace(':', '-', 1), finfo, size, 0


class openrsrc:
    """The resources of a file, of which there are none here."""

    def __init__(self, *args):
        pass

    def read(self, *args):
        return ''

    def write(self, *args):
        pass

    def close(self):
        pass


class _Hqxcoderengine:
    """Writes bytes as lines of six bits a character."""

    def __init__(self, ofp):
        self.ofp = ofp
        self.data = ''
        self.hqxdata = ''
        self.linelen = LINELEN - 1  # a colon begins the first line

    def write(self, data):
        self.data += data
        n = len(self.data) // 3 * 3
        if n:
            self.hqxdata += binascii.b2a_hqx(self.data[:n])
            self.data = self.data[n:]
            self._flush(0)

    def _flush(self, force):
        first = 0
        while first <= len(self.hqxdata) - self.linelen:
            last = first + self.linelen
            self.ofp.write(self.hqxdata[first:last] + '\n')
            self.linelen = LINELEN
            first = last
        self.hqxdata = self.hqxdata[first:]
        if force:
            self.ofp.write(self.hqxdata + ':\n')

    def close(self):
        if self.data:
            self.hqxdata += binascii.b2a_hqx(self.data)
        self._flush(1)
        self.ofp.close()
        del self.ofp


class _Rlecoderengine:
    """Compresses runs of equal bytes."""

    def __init__(self, ofp):
        self.ofp = ofp
        self.data = ''

    def write(self, data):
        self.data += data
        if len(self.data) >= REASONABLY_LARGE:
            self.ofp.write(binascii.rlecode_hqx(self.data))
            self.data = ''

    def close(self):
        if self.data:
            self.ofp.write(binascii.rlecode_hqx(self.data))
        self.ofp.close()
        del self.ofp


class BinHex:
    """Writes a file: its header, data, resources."""

    def __init__(self, name_finfo_dlen_rlen, ofp):
        name, finfo, dlen, rlen = name_finfo_dlen_rlen
        if isinstance(ofp, str):
            ofp = open(ofp, 'w')
        ofp.write('(This file must be converted with BinHex 4.0)\n\n:')
        self.ofp = _Rlecoderengine(_Hqxcoderengine(ofp))
        self.crc = 0
        self.dlen = dlen
        self.rlen = rlen
        self._writeinfo(name, finfo or FInfo())
        self.state = _DID_HEADER

    def _writeinfo(self, name, finfo):
        if len(name) > 63:
            raise Error('Filename too long')
        self._write(chr(len(name)) + name + '\0' + finfo.Type +
                    finfo.Creator + struct.pack('>hii', finfo.Flags,
                                                self.dlen, self.rlen))
        self._writecrc()

    def _write(self, data):
        self.crc = binascii.crc_hqx(data, self.crc)
        self.ofp.write(data)

    def _writecrc(self):
        self.ofp.write(struct.pack('>H', self.crc & 0xffff))
        self.crc = 0

    def write(self, data):
        if self.state != _DID_HEADER:
            raise Error('Writing data at the wrong time')
        self.dlen -= len(data)
        self._write(data)

    def close_data(self):
        if self.dlen != 0:
            raise Error('Incorrect data size, diff=%r' % (self.rlen,))
        self._writecrc()
        self.state = _DID_DATA

    def write_rsrc(self, data):
        if self.state < _DID_DATA:
            self.close_data()
        if self.state != _DID_DATA:
            raise Error('Writing resource data at the wrong time')
        self.rlen -= len(data)
        self._write(data)

    def close(self):
        if self.state is None:
            return
        try:
            if self.state < _DID_DATA:
                self.close_data()
            if self.state != _DID_DATA:
                raise Error('Close at the wrong time')
            if self.rlen != 0:
                raise Error('Incorrect resource-datasize, diff=%r'
                            % (self.rlen,))
            self._writecrc()
        finally:
            self.state = None
            ofp = self.ofp
            del self.ofp
            ofp.close()


def _copy(read, write):
    data = read(128000)
    while data:
        write(data)
        data = read(128000)


def binhex(inp, out):
    """Writes the file inp as BinHex to out, a name or a file."""
    ofp = BinHex(getfileinfo(inp), out)
    with open(inp, 'rb') as ifp:
        _copy(ifp.read, ofp.write)
    ofp.close_data()
    resources = openrsrc(inp, 'rb')
    _copy(resources.read, ofp.write_rsrc)
    ofp.close()
    resources.close()


class _Hqxdecoderengine:
    """Reads bytes from characters of six bits."""

    def __init__(self, ifp):
        self.ifp = ifp
        self.eof = 0

    def _decode(self, data):
        """What characters stand for; more are read until they are whole
        bytes."""
        while True:
            try:
                found, self.eof = binascii.a2b_hqx(data)
                return found
            except binascii.Incomplete:
                pass
            more = self.ifp.read(1)
            if not more:
                raise Error('Premature EOF on binhex file')
            data += more

    def read(self, totalwtd):
        """At least so many bytes, less only at the end."""
        found = ''
        while len(found) < totalwtd and not self.eof:
            wanted = (totalwtd - len(found) + 2) // 3 * 4
            piece = self._decode(self.ifp.read(wanted))
            found += piece
            if not piece and not self.eof:
                raise Error('Premature EOF on binhex file')
        return found

    def close(self):
        self.ifp.close()


class _Rledecoderengine:
    """Expands runs of equal bytes."""

    def __init__(self, ifp):
        self.ifp = ifp
        self.pre_buffer = ''
        self.post_buffer = ''
        self.eof = 0

    def read(self, wtd):
        if wtd > len(self.post_buffer):
            self._fill(wtd - len(self.post_buffer))
        data = self.post_buffer[:wtd]
        self.post_buffer = self.post_buffer[wtd:]
        return data

    def _fill(self, wtd):
        self.pre_buffer += self.ifp.read(wtd + 4)
        data = self.pre_buffer
        mark = len(data)
        if not self.ifp.eof:
            # What may belong to a run that goes on must wait.
            if data[-3:] == RUNCHAR + '\0' + RUNCHAR:
                mark -= 3
            elif data[-1:] == RUNCHAR or data[-2:] == RUNCHAR + '\0':
                mark -= 2
            elif data[-2:-1] != RUNCHAR:
                mark -= 1
        self.post_buffer += binascii.rledecode_hqx(data[:mark])
        self.pre_buffer = data[mark:]

    def close(self):
        self.ifp.close()


class HexBin:
    """Reads a file: its header, data, resources."""

    def __init__(self, ifp):
        if isinstance(ifp, str):
            ifp = open(ifp)
        while True:
            c = ifp.read(1)
            if not c:
                raise Error('No binhex data found')
            if c == ':':
                break
            if c not in '\r\n':
                ifp.readline()
        self.ifp = _Rledecoderengine(_Hqxdecoderengine(ifp))
        self.crc = 0
        self._readheader()

    def _read(self, len):
        data = self.ifp.read(len)
        self.crc = binascii.crc_hqx(data, self.crc)
        return data

    def _checkcrc(self):
        stored = struct.unpack('>h', self.ifp.read(2))[0] & 0xffff
        crc = self.crc & 0xffff
        if stored != crc:
            raise Error('CRC error, computed %x, read %x' % (crc, stored))
        self.crc = 0

    def _readheader(self):
        self.FName = self._read(ord(self._read(1)))
        rest = self._read(19)
        self._checkcrc()
        self.FInfo = FInfo()
        self.FInfo.Type = rest[1:5]
        self.FInfo.Creator = rest[5:9]
        self.FInfo.Flags, self.dlen, self.rlen = struct.unpack(
            '>hll', rest[9:19])
        self.state = _DID_HEADER

    def read(self, *n):
        """n bytes of the data, all if it is left out."""
        if self.state != _DID_HEADER:
            raise Error('Read data at wrong time')
        size = min(n[0], self.dlen) if n else self.dlen
        data = ''
        while len(data) < size:
            piece = self._read(size - len(data))
            if not piece:
                raise Error('Premature EOF on binhex file')
            data += piece
        self.dlen -= size
        return data

    def close_data(self):
        if self.state != _DID_HEADER:
            raise Error('close_data at wrong time')
        if self.dlen:
            self._read(self.dlen)
        self._checkcrc()
        self.state = _DID_DATA

    def read_rsrc(self, *n):
        """The same of the resources."""
        if self.state == _DID_HEADER:
            self.close_data()
        if self.state != _DID_DATA:
            raise Error('Read resource data at wrong time')
        size = min(n[0], self.rlen) if n else self.rlen
        self.rlen -= size
        return self._read(size)

    def close(self):
        if self.state is None:
            return
        try:
            if self.rlen:
                self.read_rsrc(self.rlen)
            self._checkcrc()
        finally:
            self.state = None
            self.ifp.close()


def hexbin(inp, out):
    """Makes a file of BinHex; out: its name, by default as stored."""
    ifp = HexBin(inp)
    with open(out or ifp.FName, 'wb') as ofp:
        _copy(ifp.read, ofp.write)
    ifp.close_data()
    resources = openrsrc(out or ifp.FName, 'wb')
    _copy(ifp.read_rsrc, resources.write)
    resources.close()
    ifp.close()
