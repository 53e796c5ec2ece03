# -*- coding: utf-8 -*-
import email, email.utils, email.header, email.charset, email.errors
from email import encoders, Utils
from email.mime.multipart import MIMEMultipart
from email.MIMEText import MIMEText
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.generator import Generator, DecodedGenerator
from email.iterators import _structure, body_line_iterator, typed_subpart_iterator
from email.parser import HeaderParser, Parser
from cStringIO import StringIO
import sys

msg = MIMEMultipart('mixed', 'BOUND')
msg['Subject'] = email.header.Header(u'Gr\xfc\xdfe aus K\xf6ln', 'iso-8859-1')
msg['From'] = Utils.formataddr(('Smith, John "J"', 'j@example.com'))
msg['To'] = ', '.join('person%d@example.com' % i for i in range(9))
msg.preamble = 'From me\nThis is MIME.\n'
msg.attach(MIMEText('Hello\nFrom here\n'))
msg.attach(MIMEText(u'Stra\xdfe \u20ac\n'.encode('utf-8'), 'plain', 'utf-8'))
msg.attach(MIMEText('caf\xe9 =\t \n' + 'x' * 90, 'html', 'iso-8859-1'))
msg.attach(MIMEApplication('\0\1\2' * 40, name='data.bin'))
msg.attach(MIMEImage('GIF89a' + '\0' * 20))
inner = email.message_from_string('Subject: inner\n\nbody\n')
msg.attach(MIMEMessage(inner))
msg.get_payload(0).add_header('Content-Disposition', 'attachment', filename='a b.txt', x_y=None)
msg.get_payload(1).add_header('Content-Disposition', 'attachment', filename=('utf-8', 'de', 'stra\xc3\x9fe'))
text = msg.as_string()
print text
parsed = email.message_from_string(text)
print parsed.as_string() == text, msg.as_string() == msg.as_string()
_structure(parsed)
for part in parsed.walk():
    print part.get_content_type(), repr(part.get_filename()), part.get_content_charset(), part.get_params(), repr(part.get_payload(decode=True))[:70]
print parsed.get_charsets(), [p.get_content_subtype() for p in typed_subpart_iterator(parsed)]
DecodedGenerator(sys.stdout).flatten(parsed)
Generator(sys.stdout, False, 40).flatten(msg.get_payload(0))

SAMPLES = ['', '\n', 'no headers at all', 'Subject: x', ' folded first\nA: b\n\nbody', 'From me now\nA: 1\nB: 2\n c\n\tdd\n\nbody\n',
    'A: 1\nFrom wrong\nB: 2\n\nx', 'A: 1\nFrom last\n', 'bad line\nA: 1\n\nx', 'A:1\r\nB:2\r\n\r\nbody\r\n', 'A: 1\rB: 2\r\rbody\r',
    'Content-Type: multipart/mixed\n\nx\n', 'Content-Type: multipart/mixed; boundary=B\n\nnothing\n',
    'Content-Type: multipart/mixed; boundary=B\n\npre\n--B\n\none\n--B\n--B\nA: 2\n\ntwo\n--B--\nepi\n',
    'Content-Type: multipart/mixed; boundary=B\n\n--B\n\none\n', 'Content-Type: multipart/mixed; boundary=B\n\n--B--\n',
    'Content-Type: multipart/mixed; boundary="a b"\n\n--a b  \nContent-Type: multipart/alternative; boundary=C\n\n--C\n\nx\n--C--\n\n--a b--',
    'Content-Type: multipart/digest; boundary=B\n\n--B\n\nSubject: s\n\nt\n--B--\n',
    'Content-Type: message/delivery-status\n\nA: 1\n\nB: 2\nC: 3\n\n', 'Content-Type: message/rfc822\n\nA: 1\n\nbody', 'Content-Type: message/rfc822\n\n',
    'Content-Type: nonsense\n\n', 'Content-Type: text/plain; charset="x\\"y"; a*0=1; a*1=2; b*=us-ascii\'en\'%41%42; c\n\n',
    'Content-Transfer-Encoding: base64\n\nYWJj!\n', 'Content-Transfer-Encoding: base64\n\nYWJjZ\n', 'Content-Transfer-Encoding: Quoted-Printable\n\na=20b=\nc=ZZ\n',
    'Content-Transfer-Encoding: x-uuencode\n\nbegin 644 f\n#86)C\n \nend\n', 'Content-Transfer-Encoding: uuencode\n\njunk\n']
for s in SAMPLES:
    m = email.message_from_string(s)
    print repr(s)
    for p in m.walk():
        payload = p.get_payload()
        print '  ', p.items(), repr(p.get_unixfrom()), p.get_content_type(), len(payload) if isinstance(payload, list) else repr(payload), repr(p.preamble), repr(p.epilogue), [d.__class__.__name__ for d in p.defects]
        print '  ', p.get_params(), repr(p.get_payload(decode=True)), repr(p.get_boundary()), repr(p.get_content_charset())
    print '  ', repr(m.as_string())
print HeaderParser().parsestr('A: 1\nContent-Type: multipart/mixed; boundary=B\n\n--B\nx').get_payload()

m = email.message_from_string('A: 1\na: 2\nB: 3\n\n')
print len(m), m['a'], m['x'], 'A' in m, m.has_key('z'), m.keys(), m.values(), m.items(), m.get_all('A'), m.get_all('q', 7), m.get('q', 8)
m.replace_header('A', 'new'); del m['b']; print m.items()
try:
    m.replace_header('nope', 1)
except KeyError as e:
    print 'KeyError', e
for f in [lambda: m.set_type('x'), lambda: m.set_boundary('b'), lambda: m.get_payload(0), lambda: m.set_charset(3), lambda: MIMEText('a').attach(m),
          lambda: MIMEMessage('x'), lambda: MIMEImage('x'), lambda: MIMEApplication('x', None), lambda: Parser(1, 2, 3), lambda: Parser(x=1)]:
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
m.set_type('text/html'); m.set_param('charset', 'utf-8'); m.set_param('charset', 'latin-1'); m.set_param('x', 'a b', requote=False); print m.items()
m.del_param('charset'); print m['content-type']; m.set_boundary('bb'); print m['content-type']
m.set_param('filename', u'\xfc'.encode('utf-8'), 'Content-Disposition', charset='utf-8', language='de'); print m.items()
m.set_payload(u'\xe4', 'utf-8'); print m.get_payload(), m.get_charset(), m.items()
