# The name of a source encoding is looked up like that of any codec.
for name in ('utf-', 'utf', 'latin-', 'utf_8_', '-utf-8', 'utf--8', 'utf8_ucs2',
             'iso8859', 'iso.8859.1', '8859', 'U8', 'u', 'utf-9', 'LATIN_1'):
    try:
        exec "# coding: %s\nx = len(u'\xc3\xa9')" % name
        print name, x
    except SyntaxError as e:
        print name, e
