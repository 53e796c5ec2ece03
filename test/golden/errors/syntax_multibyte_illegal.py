# coding: euc_jp
print u'日本'
x = u'日�  '
