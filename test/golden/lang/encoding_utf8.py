# -*- coding: utf-8 -*-
s = 'żółć €'
u = u'żółć €'
print len(s), len(u), repr(s), repr(u)
print s, u.encode('utf-8'), s.decode('utf-8') == u
print repr(ur'é\u00e9'), repr('é'), {u'ключ': 'значение'}
