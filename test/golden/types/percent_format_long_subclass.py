# A subclass of long writes itself in %d, %o and %x.
class X(long):
    def __repr__(self):
        return result
    def __str__(self):
        return result
    def __oct__(self):
        return result
    def __hex__(self):
        return result
    def __float__(self):
        return result

def show(fmt, value):
    global result
    result = value
    try:
        print fmt, repr(value), repr(fmt % X())
    except Exception, e:
        print fmt, repr(value), type(e).__name__, e

for fmt in "%d %u %o %X %#o %#x %.3d %.4x %5o %s %f".split():
    for value in 1, None, '', '-L', '0abc', '0xL', '12', '-0x1fL', '017', u'0x15':
        show(fmt, value)
        show(unicode(fmt), value)
