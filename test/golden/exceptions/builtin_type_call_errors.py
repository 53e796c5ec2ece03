def t(f):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
t(lambda: int(1, 2, 3)); t(lambda: int(x=1, y=2)); t(lambda: int(x='7')); t(lambda: int('7', base=8)); t(lambda: str(1, 2)); t(lambda: str(object=5)); t(lambda: list(1, 2)); t(lambda: list(sequence=(1,))); t(lambda: tuple(sequence='a'))
t(lambda: dict(1, 2)); t(lambda: set(1, 2)); t(lambda: frozenset(a=1)); t(lambda: float(1, 2)); t(lambda: float(x='1.5')); t(lambda: bool(1, 2)); t(lambda: bool(x=0)); t(lambda: complex('a', 1)); t(lambda: complex(1, 'a')); t(lambda: complex(real=1, imag=2)); t(lambda: unicode('a', 'ascii', 'strict', 1)); t(lambda: unicode(5, 'ascii')); t(lambda: xrange()); t(lambda: xrange(1.5)); t(lambda: xrange(1, 2, 0)); t(lambda: range(1, 2, 0)); t(lambda: slice()); t(lambda: enumerate()); t(lambda: object(5)); t(lambda: type()); t(lambda: type(1, 2)); t(lambda: super()); t(lambda: property(1, 2, 3, 4, 5)); t(lambda: file()); t(lambda: bytearray(-1)); t(lambda: bytearray([256])); t(lambda: bytearray(['a'])); t(lambda: memoryview(5)); t(lambda: buffer(5)); t(lambda: staticmethod()); t(lambda: classmethod(1, 2)); t(lambda: reversed()); t(lambda: long(x=5)); t(lambda: long('0x1f', 16)); t(lambda: int('0b11', 0)); t(lambda: int('08', 0)); t(lambda: basestring())
