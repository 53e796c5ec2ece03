import hashlib, hmac
for name in hashlib.algorithms:
    h = hashlib.new(name, 'a' * 1000)
    g = h.copy()
    g.update(bytearray('bc'))
    print h.name, h.digest_size, h.block_size, len(h.digest()), h.hexdigest()
    print g.hexdigest() == getattr(hashlib, name)('a' * 1000 + 'bc').hexdigest()
    print hmac.new('key', 'message', getattr(hashlib, name)).hexdigest()
for wrong in 'md2', 'SHA-9':
    try:
        hashlib.new(wrong)
    except ValueError, e:
        print e
for arg in 1, None, u'\xe9', [], 'ok', buffer('ok'):
    try:
        print hashlib.md5(arg).hexdigest(), hashlib.sha256(arg).digest_size
    except (TypeError, UnicodeError), e:
        print type(e).__name__, e
try:
    type(hashlib.sha1())()
except TypeError, e:
    print e
m = hmac.HMAC('k' * 200, digestmod=hashlib.sha512)
m.update('one')
c = m.copy()
c.update('two')
print m.hexdigest()[:40], c.hexdigest()[:40], c.digest_size
print hmac.new('').hexdigest(), hmac.compare_digest('a', 'a'), hmac.compare_digest('a', 'b')
print hashlib.pbkdf2_hmac('sha1', 'pw', 'salt', 10).encode('hex')
