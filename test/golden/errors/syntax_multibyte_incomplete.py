# coding: gb18030
print u'中'
# 中�