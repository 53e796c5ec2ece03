from StringIO import StringIO
s = StringIO('line1\nline2\nend')
print repr(s.readline()), repr(s.read(3)), s.tell(), repr(s.read()), s.readlines()
print s.seek(0), s.readlines(), s.len, s.closed
s = StringIO()
s.write('abc')
s.write(5)
s.writelines(['x', u'\xe9'])
print repr(s.getvalue())
s.seek(1)
s.write('ZZ')
print repr(s.getvalue())
s.truncate(2)
print repr(s.getvalue()), s.isatty(), list(StringIO('a\nb'))
s.seek(10)
s.write('far')
print repr(s.getvalue()), repr(s.readline()), s.flush()
s.close()
try:
    s.read()
except ValueError as e:
    print e
print >>StringIO(), 'x'
t = StringIO(u'uni')
print repr(t.read()), repr(StringIO('a\nb\n').next()), repr(StringIO('ab').readline(1))
