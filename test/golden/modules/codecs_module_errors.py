import codecs, tempfile, os
p = tempfile.mktemp()
with codecs.open(p, 'w', 'utf-8') as f: f.write(u'\xe9\u20ac\nline2\n')
os.remove(p)
info = codecs.lookup('utf8')
d = codecs.getincrementaldecoder('utf-8')()
import StringIO
w = codecs.getwriter('latin-1')(StringIO.StringIO())
w.write(u'\xe9')
def search(n):
    if n == 'gold': return codecs.CodecInfo(lambda s, e='strict': (s[::-1].encode('ascii'), len(s)),
        lambda s, e='strict': (unicode(s)[::-1], len(s)), name='gold')
codecs.register(search)
for f in (lambda: codecs.lookup('no-such'), lambda: codecs.register(5),
        lambda: codecs.register_error('x', 5), lambda: codecs.lookup_error('nope'),
        lambda: codecs.getencoder('zzz'), lambda: d.decode('\xff'),
        lambda: codecs.open('/none/x', 'r', 'utf-8')):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
