# Names that a module has because it uses them, and that programs use, too.
import errno
import locale
import os
import smtplib
import socket
import urllib2

print urllib2.quote('a b/c'), urllib2.quote('a/b', ''), urllib2.unquote('a%20b')
print urllib2.localhost()
print socket.errno is errno, socket.os is os, socket.sys.maxint
print repr(smtplib.encode_base64('a' * 60)), smtplib.encode_base64('\0user\0pass', eol='')
print locale.locale_alias['german'], locale.locale_encoding_alias['koi8_r']
print len(locale.locale_alias), len(locale.windows_locale), locale.windows_locale[0x0407]
print locale.normalize('de'), locale.normalize('german'), locale.normalize('ja_JP.sjis')
for path in '/tmp', '/proc/self/exe', '/nowhere/at/all', 1:
    try:
        print path == '/tmp' or os.lchmod(path, 0644)
    except (OSError, TypeError), e:
        print type(e).__name__, e
