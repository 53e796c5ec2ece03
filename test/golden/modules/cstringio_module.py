import cStringIO
s = cStringIO.StringIO('line1\nline2')
print repr(s.readline()), repr(s.read(2)), s.tell(), repr(s.getvalue()), s.readlines()
print s.reset(), repr(s.read()), type(s), list(cStringIO.StringIO('a\nb')), s.closed
o = cStringIO.StringIO()
o.write('abc')
o.writelines(['d', 'e'])
print repr(o.getvalue()), o.tell(), type(o)
o.seek(1)
o.write('X')
print repr(o.getvalue()), repr(o.read())
o.truncate(2)
print repr(o.getvalue()), o.softspace
print >>o, 'p', 1,
print repr(o.getvalue())
for f in (lambda: s.write('x'), lambda: cStringIO.StringIO(5), lambda: o.write(u'\xe9'),
        lambda: cStringIO.StringIO(u'\u20ac'), lambda: o.write(5)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
o.close()
try:
    o.write('x')
except ValueError as e:
    print e
