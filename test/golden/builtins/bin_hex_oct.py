for n in (0, 1, -1, 255, -255, 2 ** 31, 2 ** 63, -2 ** 63, 2 ** 64, 10 ** 30, 7L, True):
    print bin(n), hex(n), oct(n)
class I(object):
    def __index__(self): return 10
    def __hex__(self): return 'HEX'
    def __oct__(self): return 'OCT'
print bin(I()), hex(I()), oct(I())
for f in bin, hex, oct:
    try:
        f(1.5)
    except TypeError as e:
        print e
