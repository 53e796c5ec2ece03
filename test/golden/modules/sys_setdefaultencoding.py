# -*- coding: utf-8 -*-
# reload(sys) brings back what site took away.
import StringIO
import sys
import time

print hasattr(sys, 'setdefaultencoding')
try:
    print u'\xe9' + '\xc3\xa9'
except UnicodeDecodeError as e:
    print e
original = sys.stdout
sys.stdout = StringIO.StringIO()
reload(sys)
print sys.stdout is original, hasattr(sys, 'setdefaultencoding')
sys.setdefaultencoding('utf-8')
print sys.getdefaultencoding(), repr(u'\xe9' + '\xc3\xa9')
print u'\xe9' == '\xc3\xa9', str(u'\xe9'), '%s' % u'\u20ac', 'a' + u'\u20ac'
print u'h\xe9llo', unicode('h\xc3\xa9'), ', '.join(['\xc3\xa9', u'x'])
print 'h\xc3\xa9' in u'xh\xe9', 'caf\xc3\xa9'.encode('latin-1') == 'caf\xe9'
for name in 5, None, u'latin-1', 'nosuch', 'UTF8', 'a\0b', 'ascii':
    try:
        print sys.setdefaultencoding(name), sys.getdefaultencoding()
    except (TypeError, LookupError) as e:
        print e
try:
    str(u'\xe9')
except UnicodeEncodeError as e:
    print e
sleep = time.sleep
time.sleep = None
print reload(time) is time, time.sleep is not None

del sys.modules['sys']
import sys as other
print other is not sys, other.maxint == sys.maxint
other.setdefaultencoding('latin-1')
print repr(unicode('\xe9'))
