import unicodedata
print unicodedata.name(u'\u4e00'), repr(unicodedata.lookup('CJK UNIFIED IDEOGRAPH-4E00')), repr(eval(r"u'\N{CJK UNIFIED IDEOGRAPH-4E00}'"))
for t in '4E00', '9FCB', '9FCC', '9FA5', '20000', '2A6D6', '2A6D7', '2A700', '2B734', '2B740', '2B81D', '3400', '4DB5', '4DB6', '4e00', '04E00':
    try: print t, repr(unicodedata.lookup('CJK UNIFIED IDEOGRAPH-' + t)),
    except KeyError as e: print t, e,
    try: print repr(('\\N{CJK UNIFIED IDEOGRAPH-%s}' % t).decode('unicode-escape'))
    except UnicodeError as e: print e
print repr(u'\N{CJK UNIFIED IDEOGRAPH-9FCB}'), repr(u'\N{CJK UNIFIED IDEOGRAPH-2A700}')
for text in r'u"\N{CJK UNIFIED IDEOGRAPH-9FCC}"', r'u"\N{CJK UNIFIED IDEOGRAPH-4E00X}"', r'u"\N{CJK UNIFIED IDEOGRAPH-}"':
    try: print eval(text)
    except SyntaxError as e: print e
