print coerce(1, 2), coerce(1, 2.5), coerce(1L, 2), coerce(True, 2), coerce(1, 1j)
print coerce(2.5, True)
class N:
    def __coerce__(self, o): return (10, o)
print coerce(N(), 5), coerce(5, N())
for a, b in (('a', 1), ([], ()), (None, 1)):
    try:
        print coerce(a, b)
    except TypeError as e:
        print e
