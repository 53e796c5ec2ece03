for s in (u'~', u'a~b\u5df1c', u'\u5df1\u6240~\n\u5df1', u'\u20ac', u''):
    for e in 'strict', 'replace', 'ignore', 'xmlcharrefreplace':
        try: print repr(s.encode('hz', e))
        except Exception, x: print x
for s in ('~', '~~', '~x', 'a~{<:', 'a~{<:~}b', '~{<', '~{<:\nx', '~\n', '~{~}', '~{~~', '~{~{', '\x80', '~{\x80', '~{!', '~}'):
    for e in 'strict', 'replace', 'ignore':
        try: print repr(s), repr(s.decode('hz', e))
        except Exception, x: print repr(s), x
for s in '~{Dc~~:C~}', '~{Dc~\n:C~}':
    try: print repr(s.decode('hz'))
    except UnicodeError, x: print x
