# coding: euc_jp
print u'日本'
#�
print 1
