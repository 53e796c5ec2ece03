# Cookies of headers, policies, files.
import cookielib
import os
import StringIO
import tempfile
import urllib2
from mimetools import Message


class Response:
    def __init__(self, *headers):
        self.headers = Message(StringIO.StringIO(
            ''.join('Set-Cookie%s\n' % h for h in headers) + '\n'))

    def info(self):
        return self.headers


def visit(jar, url, *headers):
    request = urllib2.Request(url)
    jar.extract_cookies(Response(*headers), request)
    return jar

jar = cookielib.CookieJar()
visit(jar, 'http://www.acme.com/a/b', ': one=1', ': two="2 x"; Path=/a; secure',
      ': three=3; domain=.acme.com; path=/', ': bad=4; domain=.other.com',
      ': old=5; expires=Wed, 01-Jan-1990 00:00:00 GMT',
      ': age=6; max-age=9999999', ':; x=1', ': ctry=7; domain=.com',
      '2: new=8; Version=1')
for c in sorted(jar, key=lambda c: c.name):
    print c, c.domain, c.path, c.secure, c.discard, c.domain_specified, c.version
for url in ('http://www.acme.com/a/x', 'https://www.acme.com/a', 'http://acme.com/',
            'http://x.acme.com/', 'http://other.com/'):
    request = urllib2.Request(url)
    jar.add_cookie_header(request)
    print url, request.get_header('Cookie')
jar.clear('www.acme.com', '/a', 'one')
try:
    jar.clear('nowhere')
except KeyError, e:
    print 'KeyError', e
try:
    jar.clear(name='x')
except ValueError, e:
    print e
jar.clear_session_cookies()
print len(jar), [c.name for c in jar]
strict = cookielib.DefaultCookiePolicy(blocked_domains=['.ads.net'], rfc2965=True)
jar = cookielib.CookieJar(strict)
visit(jar, 'http://www.ads.net/', ': a=1')
visit(jar, 'http://h.ok.org/x/y', '2: b="q z"; Version=1; Path=/x; Port="80,8080"; Comment=c')
request = urllib2.Request('http://h.ok.org/x/y')
jar.add_cookie_header(request)
print len(jar), request.get_header('Cookie'), list(jar)
folder = tempfile.mkdtemp()
for cls in cookielib.LWPCookieJar, cookielib.MozillaCookieJar:
    name = os.path.join(folder, 'cookies')
    out = cls(name)
    visit(out, 'http://www.acme.com/', ': k=v; expires=Wed, 01-Jan-2098 00:00:00 GMT',
          ': s=session')
    out.save(ignore_discard=True)
    print open(name).read()
    again = cls()
    again.load(name, ignore_discard=True)
    print sorted(str(c) for c in again)
    f = open(name, 'w')
    f.write('what\n')
    f.close()
    try:
        cls(name).load()
    except cookielib.LoadError, e:
        print str(e).replace(folder, 'DIR')
    try:
        cls().save()
    except ValueError, e:
        print e
os.remove(name)
os.rmdir(folder)
for text in ('Wed, 09 Feb 1994 22:23:32 GMT', '09-Feb-94', '1994-02-03 14:15:29', 'Feb 3',
             'Thu, 03 Feb 1994 00:00:00 +0100', '03/Feb/1994:17:03:55 -0700'):
    print text, cookielib.http2time(text), cookielib.iso2time(text)
print cookielib.time2isoz(0), cookielib.time2netscape(0)
print cookielib.split_header_words(['foo="b\\"r"; port="80,81"; discard, bar=baz'])
print cookielib.join_header_words([[('foo', 'b r'), ('x', None)], [('a', 'b')]])
print cookielib.parse_ns_headers(['expires=01 Jan 2040 22:23:32 GMT; x=1; Secure'])
print cookielib.domain_match('a.b.com', '.b.com'), cookielib.reach('www.acme.com')
