print coerce(1, 2L), coerce(1, 2.0), coerce(1L, 2.5), coerce(1, 1j), coerce(True, 1)
class N(object):
    def __coerce__(self, o):
        return 100, o
    def __add__(self, o): return NotImplemented
try:
    print N() + 1
except TypeError as e:
    print e
try:
    coerce('a', 1)
except TypeError as e:
    print e
