for f in (lambda: '\xe9'.decode('ascii'), lambda: u'a\xe9\xe8b'.encode('ascii'), lambda: 'ab\xff'.decode('utf-8'), lambda: u'\u20ac'.encode('latin-1'),
          lambda: unicode('\x80'), lambda: str(u'\u1234'), lambda: u'' + '\xe9', lambda: '\xc3'.decode('utf-8'), lambda: '\xe9'.encode('utf-8')):
    try:
        f()
    except UnicodeError as e:
        print type(e).__name__, e
        print e.encoding, repr(e.object), e.start, e.end, e.reason, e.args
try:
    'x'.decode('no-such-codec')
except LookupError as e:
    print e
e = UnicodeDecodeError('enc', 'obj\xff', 1, 2, 'why')
print e, repr(e)
e.reason = 'changed'; e.start = 0
print e
try:
    UnicodeDecodeError('a', 1)
except TypeError as e:
    print e
print UnicodeTranslateError(u'abc', 1, 3, 'r')
