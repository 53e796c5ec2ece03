for name in 'idna', 'punycode', 'rot13', 'string_escape', 'hex':
    for text in u'abc', u'b\xfccher', 'abc', 'b\xfc':
        try: print name, repr(text), repr(text.encode(name))
        except Exception, e: print name, repr(text), type(e).__name__, e
