s = 'a\n\t\\\'"\x00\xff\x7f'
for f in (lambda: 'xyz'.decode('hex'), lambda: '\xff'.encode('utf-8'),
        lambda: 'a'.decode('nope'), lambda: 'a'.decode(5),
        lambda: '\\x4'.decode('string_escape'), lambda: '\xff'.decode('ascii', 'nope'),
        lambda: '*'.decode('base64'), lambda: 'abc'.decode('zlib'),
        lambda: '\\N{nope}'.decode('unicode_escape'), lambda: 'abc'.decode('hex')):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
