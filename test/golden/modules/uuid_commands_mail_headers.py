import uuid, commands, pipes, rfc822, mimetools, cgi, StringIO
u = uuid.UUID('12345678123456781234567812345678')
print u, repr(u), u.hex, u.int, u.fields, u.bytes_le.encode('hex'), u.urn, u.variant, u.version, u.time
print uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_URL, 'x'), uuid.uuid4().version, uuid.uuid1().version
for a in ('1',), (None, 'x'), ():
    try: uuid.UUID(*a)
    except (ValueError, TypeError), e: print e
print commands.getstatusoutput('echo hi; exit 3'), commands.getoutput('echo $((1+2))'), commands.mkarg("it's"), pipes.quote('a b'), pipes.quote("it's"), pipes.quote('')
m = mimetools.Message(StringIO.StringIO('From: "A B" <a@b.c>, d@e (Dee)\nSubject: x\n  y\nContent-Type: text/html; charset="utf-8"\nDate: Tue, 3 Feb 2004 10:11:12 +0100\nx-a: 1\nX-A: 2\n\nbody'))
print m['subject'], m.getaddrlist('from'), m.gettype(), m.getparam('charset'), m.getdate_tz('date'), m.getheaders('x-a'), m.fp.read(), sorted(m.keys())
print rfc822.parseaddr('Foo <foo@bar>'), rfc822.formatdate(86400 * 365), rfc822.mktime_tz(rfc822.parsedate_tz('1 Jan 2000 00:00:00 GMT'))
print cgi.parse_header('a/b; c="d;e"; f=g'), cgi.escape('<a & "b">', True)
body = '--X\r\nContent-Disposition: form-data; name="f"; filename="n.txt"\r\nContent-Type: text/plain\r\n\r\nline1\r\nline2\r\n--X\r\nContent-Disposition: form-data; name="v"\r\n\r\n42\r\n--X--\r\n'
f = cgi.FieldStorage(StringIO.StringIO(body), environ={'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'multipart/form-data; boundary=X', 'CONTENT_LENGTH': str(len(body))})
print f['f'].filename, repr(f['f'].value), f.getvalue('v'), sorted(f.keys()), 'q' in f, f.getfirst('q', 'none')
f = cgi.FieldStorage(environ={'REQUEST_METHOD': 'GET', 'QUERY_STRING': 'a=1&a=2&b=%20x'})
print f.getlist('a'), f.getvalue('b'), f['b']
