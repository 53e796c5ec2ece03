# East Asian encodings as codecs.lookup() gives them: streams and pieces.
import codecs
import StringIO

text = u'ab \u4e00\u4e8c'
for name in ('Big5', 'cp932', 'euc-jp', 'euc_kr', 'gb2312', 'gbk', 'gb18030',
             'shift_jis'):
    info = codecs.lookup(name)
    data, used = info.encode(text)
    print info.name, repr(data), used, info.decode(data) == (text, len(data))
    out = StringIO.StringIO()
    writer = codecs.getwriter(name)(out)
    writer.write(text)
    writer.write(u'\n')
    print codecs.getreader(name)(StringIO.StringIO(out.getvalue())).readlines()
    decoder = codecs.getincrementaldecoder(name)()
    print [decoder.decode(c) for c in data], repr(decoder.decode('', True))
    print ''.join(codecs.iterencode(text, name)) == data
    try:
        decoder.decode(data[-2])
        decoder.decode('', True)
    except UnicodeDecodeError, e:
        print e
decoder = codecs.getincrementaldecoder('gbk')('replace')
print repr(decoder.decode('a\xff\xffb\xd2')), repr(decoder.decode('\xbb'))
