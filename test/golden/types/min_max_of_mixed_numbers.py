# min() and max() where one argument is a float and the other is whatever.
nan, inf = float('nan'), float('inf')


class Meter(float):
    pass


def clamp(x, high):
    out = []
    for i in range(2):
        out.append(min(max(x, 0.0), high))
    return out[-1]


for x in -1.5, 2.5, 9.5, 3, -3, 10 ** 30, nan, inf, -inf, -0.0, 'a', None, \
        True, Meter(1.5), Meter(-1.5), 1j:
    for high in 4.0, 4, 'b':
        try:
            r = clamp(x, high)
            print repr(x), repr(high), repr(r), type(r).__name__
        except TypeError as e:
            print repr(x), repr(high), e
