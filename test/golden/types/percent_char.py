for x in (65, 'ab', 256, -1, 1.5, '', None, 1L<<40, 256L, -5, u'\xe9', u'ab', [], 1j, True, 3.0, 1e30):
    for f in ('%c', u'%c'):
        try: print repr(f % x)
        except Exception, e: print repr(f), repr(x), type(e).__name__, e
