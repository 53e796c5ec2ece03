# coding: iso2022_jp_3
text = u'日本語 俟俠'  # 日本
data = '日a本'
print repr(text), len(text)
print repr(data), repr(data.decode('iso2022_jp_3'))
