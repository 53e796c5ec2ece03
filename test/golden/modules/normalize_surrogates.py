import unicodedata

for text in (u'\ud800', u'a\udc00\u0301', u'e\ud800\u0301e\u0301',
             u'\uac00\ud800\u1100\u1161', u'\ud83d\ude00', u'\ud800' * 3,
             u'\xe9\udfff'):
    for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
        print form, repr(unicodedata.normalize(form, text))
try:
    u'\ud800x'.encode('idna')
except UnicodeError as e:
    print e
