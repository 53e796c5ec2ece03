# -*- coding: utf-8 -*-
import email.utils as u, email.header as h, email.charset as c, email.quoprimime as q, email.base64mime as b, email._parseaddr
from email.header import Header, decode_header, make_header

for s in ['', 'a@b', 'A B <a@b.c>', '"Q, R" <q@r>', 'a@b (comment)', 'Group: x@y, z@w;, other@o', '<@route:a@b>', '"quo\\"ted" <x@y>', 'a b c',
          'alice@example.com@evil.com', '<a@b@c>', 'x@[1.2.3.4]', ' , ,a@b', 'a.b.c@d.e', '"a b"@c', 'first last (c1) (c2) <f@l>', '(only)', '<', '"', '[', 'a@', '@b', 'a;b', 'x <y']:
    print repr(s), u.parseaddr(s), u.getaddresses([s, 'z@z'])
for p in [('', 'a@b'), ('A', 'a@b'), ('A. B', 'a@b'), ('A "B"', 'a@b'), ('A (B)\\', 'a@b'), (None, 'x')]:
    print u.formataddr(p)
for d in ['Mon, 20 Nov 1995 19:12:08 -0500', '20 Nov 95 19:12:08 EST', 'Nov 20 1995 19:12 GMT', 'Monday, 20-Nov-95 19:12:08 Z', '', 'x', 'a b c d e',
          'Sat, 1 Jan 2000 10:00:00 +0130 (x)', '1 Jan 2000 25:99 UT', '19:12:08 20 Nov 1995', '5 Feb 68 1:2:3 PDT', '5 Feb 69 1:2:3.4 PDT', '5 Feb 2001 1:2:3', '1 Jan 2000 10:00:00+0100']:
    t = u.parsedate_tz(d)
    print repr(d), u.parsedate(d), t, t and t[9] is not None and u.mktime_tz(t)
print u.formatdate(0), u.formatdate(1e9, usegmt=True), u.unquote('"a\\"b"'), u.unquote('<x>'), u.unquote('"'), u.quote('a"\\')
print u.decode_rfc2231("a'b'c"), u.decode_rfc2231("a'c"), u.encode_rfc2231('a b\xe4', 'l1', 'de'), u.encode_rfc2231('x y'), u.encode_rfc2231('x', 'cs')
print u.decode_params([('t', ''), ('n*1', 'b'), ('n*0', 'a'), ('m*0*', "us-ascii'en'%41"), ('m*1', '%42'), ('p', '"q"'), ('r*', "x''%C4")])
print repr(u.collapse_rfc2231_value(('utf-8', '', '"\xc3\xa4"'))), repr(u.collapse_rfc2231_value(('nope', '', '\xff'))), u.collapse_rfc2231_value('"x"')
print repr(u.fix_eols('a\nb\rc\r\nd\n\r')), u.make_msgid('x').count('.') >= 3

for s in ['plain', '=?iso-8859-1?q?a=E4_b?=', '=?utf-8?b?w6Q=?= =?UTF-8?B?w7Y?= end', 'x =?l1?q?y?= z\n =?l1?q?w?=', '=?x?q?a?=b', '=?a?b?!?=', '=?a?b?YWJjZ?=', 'a\nb', '=?x?z?a?=']:
    try:
        print repr(s), decode_header(s)
    except Exception as e:
        print repr(s), type(e).__name__, e
print repr(unicode(make_header(decode_header('=?utf-8?q?=C3=A4?= plain =?l1?q?=E4?= =?l1?q?=E5?=')))), make_header([('a', None), ('\xe4', 'iso-8859-1')], header_name='Subject')

long_text = 'word ' * 40
for args in [(long_text,), (long_text, 'utf-8'), ('x' * 200,), ('a;b;c, d' * 30,), ('\xe4' * 120, 'iso-8859-1'), (u'\u20ac\xe4 text' * 30, 'utf-8'), (u'\u20ac' * 3, 'iso-8859-1'),
             ('', 'utf-8'), ('line one\n line two\n\tthree',), (u'\u65e5\u672c\u8a9e' * 20, 'iso-2022-jp'), ('\xff', '8bit'), ('References: <a@b> <c@d> ' * 5,)]:
    for kw in [{}, dict(maxlinelen=40), dict(header_name='X-Long-Header', continuation_ws='\t'), dict(maxlinelen=1000)]:
        print Header(*args, **kw).encode()
for args in [('\xe4',), ('\xff\xfe', 'utf-8'), ('a\nB: c',), ('x', u'\xe4')]:
    try:
        print Header(*args).encode()
    except Exception as e:
        print type(e).__name__, repr(e.args)
x = Header('Hello', 'us-ascii'); x.append('W\xf6rld', 'iso-8859-1'); x.append(u'\u20ac'); x.append('end')
print x, repr(unicode(x)), x == str(x), x != 'y', x.encode(';')
for name in ['us-ascii', 'ascii', 'latin-1', 'utf8', 'UTF-8', 'euc_jp', 'big5', 'nope', 'iso-8859-15', '8bit', 'cp949', 'windows-1252', 'gb2312']:
    cs = c.Charset(name)
    print cs, repr(cs), cs.header_encoding, cs.body_encoding, cs.output_charset, cs.input_codec, cs.output_codec, cs == name, cs.get_body_encoding() if cs.body_encoding else 'f', cs.encoded_header_len('ab c')
    print [f('a b=_?') for f in (cs.header_encode, cs.body_encode, cs.from_splittable)] if name not in ('nope', 'big5', 'gb2312', 'cp949', '8bit') else ''
for s in ['', 'a b', 'a=b?_\t \xe4', 'x' * 100, 'line\n', 'trailing \nnext\t', 'a\r\nb\rc', ' ', '\xe4' * 40, '=\n=']:
    print repr(s), q.header_quopri_len(s), q.body_quopri_len(s), b.base64_len(s)
    for f in q.header_encode, q.encode, b.header_encode, b.encode:
        print repr(f(s))
    print repr(q.decode(s)), repr(q.header_decode(s)), repr(q.decode(q.encode(s)))
    print repr(q.encode(s, True, 20, '\r\n')), repr(b.encode(s, False, 20, '\r\n')), repr(q.header_encode(s, 'utf-8', True, 30, '\r\n'))
print b.decode('YWI='), repr(b.decode('YQ0KYg==', '|')), q.unquote('=41'), q.quote('A'), q.header_quopri_check('?'), q.body_quopri_check('=')
