"""Keyed hashing for message authentication (RFC 2104)."""

import warnings as _warnings

from operator import _compare_digest as compare_digest

trans_5C = ''.join([chr(x ^ 0x5C) for x in xrange(256)])
trans_36 = ''.join([chr(x ^ 0x36) for x in xrange(256)])

# Kept for programs that read it; see HMAC.digest_size.
digest_size = None

# A key that makes an HMAC with nothing in it, for copy().
_secret_backdoor_key = []


class HMAC:
    """A keyed hash object: RFC 2104 over any hash of hashlib's kind."""

    blocksize = 64  # of hashes that do not tell theirs

    def __init__(self, key, msg=None, digestmod=None):
        """digestmod: a hash module, or a function that makes a hash
        object; MD5 by default."""
        if key is _secret_backdoor_key:
            return
        if digestmod is None:
            import hashlib
            digestmod = hashlib.md5
        if hasattr(digestmod, '__call__'):
            self.digest_cons = digestmod
        else:
            self.digest_cons = lambda d='': digestmod.new(d)
        self.outer = self.digest_cons()
        self.inner = self.digest_cons()
        self.digest_size = self.inner.digest_size
        blocksize = self._block_size()
        if len(key) > blocksize:
            key = self.digest_cons(key).digest()
        key = key + chr(0) * (blocksize - len(key))
        self.outer.update(key.translate(trans_5C))
        self.inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def _block_size(self):
        default = self.blocksize
        if not hasattr(self.inner, 'block_size'):
            _warnings.warn('No block_size attribute on given digest object; '
                           'Assuming %d.' % default, RuntimeWarning, 3)
            return default
        blocksize = self.inner.block_size
        if blocksize < 16:
            _warnings.warn('block_size of %d seems too small; using our '
                           'default of %d.' % (blocksize, default),
                           RuntimeWarning, 3)
            return default
        return blocksize

    def update(self, msg):
        """Hashes one more piece of the message."""
        self.inner.update(msg)

    def copy(self):
        """A separate object in the same state."""
        other = self.__class__(_secret_backdoor_key)
        other.digest_cons = self.digest_cons
        other.digest_size = self.digest_size
        other.inner = self.inner.copy()
        other.outer = self.outer.copy()
        return other

    def _current(self):
        h = self.outer.copy()
        h.update(self.inner.digest())
        return h

    def digest(self):
        """The code of what was hashed so far, as bytes."""
        return self._current().digest()

    def hexdigest(self):
        """The same in hexadecimal digits."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod=None):
    """A new HMAC object."""
    return HMAC(key, msg, digestmod)
