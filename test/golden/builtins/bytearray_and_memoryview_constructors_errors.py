m = memoryview(bytearray('abcd'))
for f in (lambda: bytearray(-1), lambda: bytearray(u'a'), lambda: bytearray([300]),
        lambda: bytearray([-1]), lambda: bytearray(None), lambda: bytearray(1.5),
        lambda: bytearray('a', 'b'), lambda: memoryview(u'a'), lambda: memoryview([]),
        lambda: memoryview()):
    try:
        print repr(f())
    except (ValueError, TypeError, LookupError) as e:
        print type(e).__name__, e
