import warnings
warnings.simplefilter('ignore')
import MimeWriter, multifile, fpformat, mailcap, plistlib, binhex, this, datetime, os, tempfile
from StringIO import StringIO

def put(name, text):
    with open(name, 'wb') as f:
        f.write(text)

def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)

out = StringIO()
w = MimeWriter.MimeWriter(out)
w.addheader('Subject', '\nmany\n   lines\n\n'); w.addheader('First', 'x', prefix=1); w.addheader('Empty', '')
w.startmultipartbody('mixed', 'BOUND', [('a', 'b')]).write('preamble')
p = w.nextpart(); p.addheader('X', 'y'); p.startbody('text/plain', [('charset', 'us-ascii')], prefix=0).write('one')
p = w.nextpart(); p.startbody('text/html').write('two'); w.lastpart()
print out.getvalue()

for seekable in 1, 0:
    m = multifile.MultiFile(StringIO('pre\n--a\none\n--x\n--b\nin\n--b--\nrest\n--a\ntwo\n--a--\nepi\n'), seekable)
    m.push('a'); print repr(m.read()), m.next(), repr(m.readline()), m.seekable and m.tell(); m.push('b'); print repr(m.read()), m.next(), repr(m.readlines()), m.next(), m.level; m.pop()
    print repr(m.read()), m.next(), repr(m.read()), m.next(), attempt(m.push, 'q'); m.pop(); print repr(m.read()), attempt(m.pop), attempt(m.read)
m = multifile.MultiFile(StringIO('x\ny\n')); m.push('z'); print attempt(m.read), attempt(m.seek, 99), attempt(m.seek, 0, 2)

for x in 0, 1, -1.5, 123.456, 1e10, 1e-10, 0.00015, 99.995, '12', '+3.5e2', '-0.0', 'abc', '.5', '5.', '', 999999, 1.25e-3:
    for digs in 0, 1, 2, 5, -1, -2:
        print x, digs, attempt(fpformat.fix, x, digs), attempt(fpformat.sci, x, digs)

name = tempfile.mktemp()
put(name, '# c\n\ntext/plain; less %s; test=true; needsterminal\ntext/*; cat %s; edit=vi %s\nText / HTML; w3m -T %t %{charset} %% \\%x %z \\;; nametemplate=%s.html ; print=lp \\\n more\nbad\nimage/png; see ; test=false\n')
os.environ['MAILCAPS'] = name + ':/nonexistent'
caps = mailcap.getcaps()
print sorted(caps.items()), mailcap.listmailcapfiles() == [name, '/nonexistent']
for args in [('text/plain',), ('text/x', 'edit', 'F'), ('text/html', 'view', 'f.html', ['charset=utf-8']), ('image/png',), ('a/b',), ('text/html', 'print')]:
    print args, mailcap.findmatch(caps, *args)

value = {'a': [1, -2, 1 << 70, 2.5, True, False], 'd': datetime.datetime(2001, 2, 3, 4, 5, 6), 'data': plistlib.Data('\0\1\xff' * 40), u'k\xfc': u'<\u20ac>&', 'n': {}, 'e': [], 's': 'a\r\nb\rc', 't': (1, 2)}
text = plistlib.writePlistToString(value)
print text
back = plistlib.readPlistFromString(text)
print sorted(back.items()), back['data'] == value['data'], back.n, back['data'] == '\0\1\xff' * 40
for bad in [None, {1: 2}, '\x01', [object], set()]:
    print repr(bad)[:15], str(attempt(plistlib.writePlistToString, bad))[:70]
for bad in ['', '<plist>', '<plist><integer>x</integer></plist>', '<plist><dict><string>x</string></dict></plist>', '<plist><date>2001-02Z</date></plist>', '<plist><data>!!</data></plist>', '<plist/>', '<plist><key>x</key></plist>']:
    print repr(bad), attempt(plistlib.readPlistFromString, bad)
plistlib.writePlist([plistlib.Data('x' * 100)], name); print open(name).read(), plistlib.readPlist(name), plistlib.Data('b') < plistlib.Data('c'), plistlib.Data.fromBase64('YQ==')

data = ''.join(chr(i % 256) for i in range(500)) + 'a' * 300 + '\x90' * 5
put(name, data)
out = name + '.hqx'
h = binhex.BinHex(('name', None, len(data), 3), out); h.write(data); h.write_rsrc('abc'); h.close()
print open(out).read()
r = binhex.HexBin(out); print r.FName, r.FInfo.Type, r.FInfo.Creator, r.FInfo.Flags, r.read(5), r.read() == data[5:], r.read_rsrc(), r.close()
binhex.binhex(name, out); binhex.hexbin(out, name + '.back'); print open(name + '.back', 'rb').read() == data, binhex.getfileinfo(out)[1].Type
text = open(out).read()
for bad in '', 'x\n':
    put(out, bad)
    print attempt(lambda: binhex.HexBin(out).read() and None)
for bad in [('x' * 64, None, 0, 0)]:
    print attempt(binhex.BinHex, bad, StringIO())
h = binhex.BinHex(('n', None, 1, 0), StringIO()); print attempt(h.write_rsrc, 'x'), attempt(h.close_data)
h.state = None
for f in name, out, name + '.back':
    os.unlink(f)
