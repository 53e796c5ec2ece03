"""Universally unique identifiers (RFC 4122)."""

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    'reserved for NCS compatibility', 'specified in RFC 4122',
    'reserved for Microsoft compatibility', 'reserved for future definition']


class UUID(object):
    """A UUID, made of one of its forms: hex digits, bytes (big-endian),
    bytes_le (the first three fields little-endian), a tuple of six fields, or
    a 128-bit int."""

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None,
                 int=None, version=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('need one of hex, bytes, bytes_le, '
                            'fields, or int')
        if hex is not None:
            int = _from_hex(hex)
        elif bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            int = _from_bytes(bytes_le[3::-1] + bytes_le[5:3:-1] +
                              bytes_le[7:5:-1] + bytes_le[8:])
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = _from_bytes(bytes)
        elif fields is not None:
            int = _from_fields(fields)
        elif not 0 <= int < 1 << 128L:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            int &= ~(0xc000 << 48L)
            int |= 0x8000 << 48L
            int &= ~(0xf000 << 64L)
            int |= version << 76L
        self.__dict__['int'] = int

    def __cmp__(self, other):
        if isinstance(other, UUID):
            return cmp(self.int, other.int)
        return NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return 'UUID(%r)' % str(self)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __str__(self):
        hex = '%032x' % self.int
        return '%s-%s-%s-%s-%s' % (hex[:8], hex[8:12], hex[12:16],
                                   hex[16:20], hex[20:])

    @property
    def bytes(self):
        return ('%032x' % self.int).decode('hex')

    @property
    def bytes_le(self):
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version,
                self.clock_seq_hi_variant, self.clock_seq_low, self.node)

    @property
    def time_low(self):
        return self.int >> 96L

    @property
    def time_mid(self):
        return self.int >> 80L & 0xffff

    @property
    def time_hi_version(self):
        return self.int >> 64L & 0xffff

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56L & 0xff

    @property
    def clock_seq_low(self):
        return self.int >> 48L & 0xff

    @property
    def time(self):
        return ((self.time_hi_version & 0x0fffL) << 48L |
                self.time_mid << 32L | self.time_low)

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3fL) << 8L | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xffffffffffff

    @property
    def hex(self):
        return '%032x' % self.int

    @property
    def urn(self):
        return 'urn:uuid:' + str(self)

    @property
    def variant(self):
        if not self.int & 0x8000 << 48L:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48L:
            return RFC_4122
        if not self.int & 0x2000 << 48L:
            return RESERVED_MICROSOFT
        return RESERVED_FUTURE

    @property
    def version(self):
        # Only RFC 4122 has versions.
        if self.variant == RFC_4122:
            return int(self.int >> 76L & 0xf)


def _from_hex(hex):
    hex = hex.replace('urn:', '').replace('uuid:', '')
    hex = hex.strip('{}').replace('-', '')
    if len(hex) != 32:
        raise ValueError('badly formed hexadecimal UUID string')
    return long(hex, 16)


def _from_bytes(bytes):
    return long(bytes.encode('hex'), 16)


_FIELDS = ((32, 'field 1 out of range (need a 32-bit value)'),
           (16, 'field 2 out of range (need a 16-bit value)'),
           (16, 'field 3 out of range (need a 16-bit value)'),
           (8, 'field 4 out of range (need an 8-bit value)'),
           (8, 'field 5 out of range (need an 8-bit value)'),
           (48, 'field 6 out of range (need a 48-bit value)'))


def _from_fields(fields):
    if len(fields) != 6:
        raise ValueError('fields is not a 6-tuple')
    value = 0L
    for field, (bits, message) in zip(fields, _FIELDS):
        if not 0 <= field < 1 << bits:
            raise ValueError(message)
        value = value << bits | field
    return value


_node = None
_last_timestamp = None


def _sysfs_getnode():
    """The address of the first network interface that has one."""
    import os
    folder = '/sys/class/net'
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return None
    for name in names:
        try:
            with open(os.path.join(folder, name, 'address')) as f:
                address = long(f.read().replace(':', ''), 16)
        except (IOError, ValueError):
            continue
        if address and not address >> 48:
            return address
    return None


def _popen(command, args):
    """The output of a command, None if there is no such."""
    import os
    folders = os.environ.get('PATH', os.defpath).split(os.pathsep)
    for folder in folders + ['/sbin', '/usr/sbin']:
        path = os.path.join(folder, command)
        if os.access(path, os.X_OK) and not os.path.isdir(path):
            return os.popen('LC_ALL=C %s %s 2>/dev/null' % (path, args))
    return None


def _find_mac(command, args, hw_identifiers, get_index):
    """The hardware address that a command prints beside one of the words."""
    pipe = _popen(command, args)
    if pipe is None:
        return None
    for line in pipe:
        words = line.lower().rstrip().split()
        for i, word in enumerate(words):
            if word not in hw_identifiers:
                continue
            try:
                mac = int(words[get_index(i)].replace(':', ''), 16)
            except (ValueError, IndexError):
                continue
            if mac:
                return mac
    return None


def _ifconfig_getnode():
    for args in '', '-a', '-av':
        mac = _find_mac('ifconfig', args,
                        ['hwaddr', 'ether', 'address:', 'lladdr'],
                        lambda i: i + 1)
        if mac:
            return mac
    return None


_NODE_GETTERS_WIN32 = []
_NODE_GETTERS_UNIX = [_sysfs_getnode, _ifconfig_getnode]


def _random_getnode():
    """A random number in place of a hardware address, with the bit set that
    no hardware address has."""
    import random
    return random.randrange(0, 1 << 48L) | 0x010000000000L


def getnode():
    """The hardware address, or a random number that stays the same."""
    global _node
    if _node is None:
        for getter in _NODE_GETTERS_UNIX:
            try:
                _node = getter()
            except Exception:
                continue
            if _node is not None and 0 <= _node < 1 << 48L:
                return _node
        _node = _random_getnode()
    return _node


def uuid1(node=None, clock_seq=None):
    """A UUID of the host, a sequence number and the time."""
    global _last_timestamp
    import time
    # 100 ns units since the start of the Gregorian calendar.
    timestamp = int(time.time() * 1e7) + 0x01b21dd213814000L
    if _last_timestamp is not None and timestamp <= _last_timestamp:
        timestamp = _last_timestamp + 1
    _last_timestamp = timestamp
    if clock_seq is None:
        import random
        clock_seq = random.randrange(1 << 14L)
    if node is None:
        node = getnode()
    return UUID(fields=(timestamp & 0xffffffffL, timestamp >> 32L & 0xffffL,
                        timestamp >> 48L & 0x0fffL,
                        clock_seq >> 8L & 0x3fL, clock_seq & 0xffL, node),
                version=1)


def uuid3(namespace, name):
    """The UUID of a name, by MD5."""
    from hashlib import md5
    return UUID(bytes=md5(namespace.bytes + name).digest()[:16], version=3)


def uuid4():
    """A random UUID."""
    import os
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """The UUID of a name, by SHA-1."""
    from hashlib import sha1
    return UUID(bytes=sha1(namespace.bytes + name).digest()[:16], version=5)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
