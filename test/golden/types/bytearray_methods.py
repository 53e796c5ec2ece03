b = bytearray('hello')
b[0] = 'J'
b[1] = 101
b.append(33)
b.extend([65, 66])
b.insert(0, 'x')
b += 'end'
print b, repr(b), len(b), b[0], b[-3:], b.pop(), b.pop(0)
b.remove(33)
b.reverse()
print b
del b[0]
del b[1:3]
b[1:2] = 'XYZ'
b[::2] = bytearray(len(b[::2]))
print repr(b), b.find('Z'), bytearray(3), bytearray([1, 2, 255]), bytearray('a') + 'b'
print 'a' + bytearray('b'), bytearray('ab') * 2, bytearray('a') == 'a'
print bytearray('a') < 'b', 97 in bytearray('a'), 'b' in bytearray('abc')
print list(bytearray('ab')), bytearray('a b').split()
print bytearray(',').join(['a', bytearray('b')]), bytearray('abc').upper()
print repr(bytearray('\xff').decode('latin-1')), bytearray('abc').translate(None, 'b')
print bytearray.fromhex('61 62'), str(bytearray('x'))
print bytearray('abc').replace('b', 'zz'), bytearray('  x ').strip()
print bytearray('a\nb').splitlines(), bytearray('abc').startswith('ab')
print bytearray('a') + bytearray('b') == bytearray('ab'), '%s' % bytearray('fmt')
print bytearray('abc')[1], bytearray('abc').partition('b'), bytearray('42').zfill(4)
print bytearray('abc').index('c'), bytearray('aa').count('a')
