x = 100
x += 5; print x,
x -= 3; print x,
x *= 2; print x,
x /= 3; print x,
x //= 2; print x,
x %= 20; print x,
x **= 3; print x,
x <<= 2; print x,
x >>= 1; print x,
x &= 0xff; print x,
x |= 0x100; print x,
x ^= 3; print x
s = 'ab'
s += 'c'
s *= 2
s %= ()
print s
l = m = [1]
l += (2, 3); l *= 2
print m, l is m
try:
    l += 5
except TypeError as e:
    print e
