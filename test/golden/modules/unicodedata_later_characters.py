# Characters that are later than the database neither decompose nor reorder.
import unicodedata
from unicodedata import ucd_3_2_0
for c in (u'\u065f', u'\u07fd', u'\ufa2e', u'\U0001fbf0', u'\U0001112e',  # 6.0 and later
          u'\u0353', u'\u05ba', u'\ufa6c', u'\u1b06', u'\u2c7c',          # after 3.2
          u'\U0002f868', u'\U0002f91f', u'\U0002f9bf',                    # corrected
          u'\u212b', u'\u0344', u'\ufb2c', u'\ud55c', u'\u1100\u1161\u11a8', u'\u0958', u'\u3060'):
    text = u'a' + c + u'\u0301\u0323'
    for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
        print repr(c), form, repr(unicodedata.normalize(form, text)), \
            repr(ucd_3_2_0.normalize(form, text))
print repr(unicodedata.normalize('NFC', u'e\u0323\u0301\ud800\u0301'))
for form in 'nfc', '', u'NFD':
    try:
        print repr(unicodedata.normalize(form, u'\xe9'))
    except ValueError, e:
        print e
