"""Digests: md5, sha1, sha2, by name or by function."""

_always = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512')

algorithms = _always
algorithms_guaranteed = set(_always)
algorithms_available = set(_always)

__all__ = _always + ('new', 'algorithms_guaranteed', 'algorithms_available',
                     'algorithms', 'pbkdf2_hmac')


def __get_builtin_constructor(name):
    """The constructor of a digest that needs no OpenSSL."""
    try:
        if name in ('SHA1', 'sha1'):
            import _sha
            return _sha.new
        if name in ('MD5', 'md5'):
            import _md5
            return _md5.new
        if name in ('SHA256', 'sha256'):
            import _sha256
            return _sha256.sha256
        if name in ('SHA224', 'sha224'):
            import _sha256
            return _sha256.sha224
        if name in ('SHA512', 'sha512'):
            import _sha512
            return _sha512.sha512
        if name in ('SHA384', 'sha384'):
            import _sha512
            return _sha512.sha384
    except ImportError:
        # Not there: as good as unknown.
        pass
    raise ValueError('unsupported hash type ' + name)


try:
    import _hashlib
    from _hashlib import (openssl_md5 as md5, openssl_sha1 as sha1,
                          openssl_sha224 as sha224,
                          openssl_sha256 as sha256,
                          openssl_sha384 as sha384,
                          openssl_sha512 as sha512)
    algorithms_available = algorithms_available.union(
        getattr(_hashlib, 'openssl_md_meth_names', ()))
except ImportError:
    _hashlib = None
    md5 = __get_builtin_constructor('md5')
    sha1 = __get_builtin_constructor('sha1')
    sha224 = __get_builtin_constructor('sha224')
    sha256 = __get_builtin_constructor('sha256')
    sha384 = __get_builtin_constructor('sha384')
    sha512 = __get_builtin_constructor('sha512')


def new(name, string=''):
    """A digest of a given name, fed with a string."""
    if _hashlib is None:
        return __get_builtin_constructor(name)(string)
    try:
        return _hashlib.new(name, string)
    except ValueError:
        return __get_builtin_constructor(name)(string)


_trans_5C = ''.join([chr(x ^ 0x5C) for x in xrange(256)])
_trans_36 = ''.join([chr(x ^ 0x36) for x in xrange(256)])


def _pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password (PKCS #5, PBKDF2 with HMAC)."""
    import binascii
    import struct
    if not isinstance(hash_name, str):
        raise TypeError(hash_name)
    if not isinstance(password, (bytes, bytearray)):
        password = bytes(buffer(password))
    if not isinstance(salt, (bytes, bytearray)):
        salt = bytes(buffer(salt))
    inner = new(hash_name)
    outer = new(hash_name)
    blocksize = getattr(inner, 'block_size', 64)
    if len(password) > blocksize:
        password = new(hash_name, password).digest()
    password = password + b'\x00' * (blocksize - len(password))
    inner.update(password.translate(_trans_36))
    outer.update(password.translate(_trans_5C))

    def prf(msg):
        icpy = inner.copy()
        ocpy = outer.copy()
        icpy.update(msg)
        ocpy.update(icpy.digest())
        return ocpy.digest()

    if iterations < 1:
        raise ValueError(iterations)
    if dklen is None:
        dklen = outer.digest_size
    if dklen < 1:
        raise ValueError(dklen)
    hex_format_string = "%%0%ix" % (new(hash_name).digest_size * 2)
    dkey = b''
    loop = 1
    while len(dkey) < dklen:
        prev = prf(salt + struct.pack('>I', loop))
        rkey = int(binascii.hexlify(prev), 16)
        for i in xrange(iterations - 1):
            prev = prf(prev)
            rkey ^= int(binascii.hexlify(prev), 16)
        loop += 1
        dkey += binascii.unhexlify(hex_format_string % rkey)
    return dkey[:dklen]


pbkdf2_hmac = getattr(_hashlib, 'pbkdf2_hmac', _pbkdf2_hmac)
