# Error texts of bytes' methods, and what is left after an error.
def show(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


for s in 'abc', u'abc', bytearray('abc'):
    show(s.find)
    show(s.rindex, 1, 2, 3, 4)
    show(s.replace, 10, u'\xe9')
b = bytearray('abc')
show(b.fromhex, [1])
show(b.fromhex, bytearray('61'))
show(b.fromhex, buffer('61'))
show(b.__setitem__, 10, 'ab')
show(b.__setitem__, 1, 'ab')
show(b.__init__, 1, 2)
print repr(b)
print repr(memoryview('abc').itemsize), repr(memoryview('abc').ndim)
show(pow, float('inf'), 1j)
show(pow, -float('inf'), 1 + 1j)
