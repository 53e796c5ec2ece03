# Of several bytes that stand for a character the last one encodes it.
for name in 'mac_farsi', 'mac_arabic', 'cp875', 'hp_roman8', 'cp1252':
    print name, repr(u'$ x!\\a'.encode(name)), repr(u'\x1a\xe9'.encode(name, 'replace'))
    for pair in sorted((chr(i).decode(name, 'replace'), i) for i in range(256)):
        text = pair[0].encode(name, 'ignore')
        if text and ord(text) != pair[1]:
            print pair, repr(text),
    print
