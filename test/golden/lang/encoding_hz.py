# coding: hz
"~{VPND~}"
text = u'~{Dc:C~}, world'
data = '~{Dc:C~}'
print repr(text), len(text)
print repr(data), data.decode('hz') == u'\u4f60\u597d'
print repr(__doc__)
