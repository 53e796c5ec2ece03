import errno
e = IOError(2, 'msg', 'file')
print e, repr(e), e.args, e.errno, e.strerror, e.filename
e = OSError(1, 'two')
print e, repr(e), e.args, e.filename
e = IOError('one')
print e, repr(e), e.errno, e.strerror
e = OSError(1, 2, 3, 4)
print e, repr(e), e.errno
print IOError(), OSError(5, 'a', u'f\xe9').filename.__class__
try:
    open('/no/such/file')
except IOError as e:
    print e, e.errno == errno.ENOENT, e.filename, e.args, repr(e)
import os
try:
    os.mkdir('/no/such/dir')
except OSError as e:
    print e, e.args, e.filename
try:
    os.listdir('/nope')
except EnvironmentError as e:
    print type(e).__name__, e
try:
    open('/')
except IOError as e:
    print e
