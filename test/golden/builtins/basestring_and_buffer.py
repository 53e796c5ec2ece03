print isinstance('', basestring), isinstance(u'', basestring)
print issubclass(str, basestring), basestring.__mro__
try:
    basestring()
except TypeError as e:
    print e
class B(basestring): pass
try:
    print B('x') == 'x'
except TypeError as e:
    print e
print buffer('abc')[1], str(buffer('abcdef', 2, 3)), len(buffer('abc', 1))
print buffer('a') == buffer('a'), memoryview('ab').tolist(), buffer(bytearray('xy'))[:]
