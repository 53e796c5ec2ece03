for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (-7.5, 2), (2 ** 65, 7),
        (-2 ** 65, 7L), (0, 5), (5, 10), (1e20, 3), (True, 2)):
    print divmod(a, b),
print
class D(object):
    def __divmod__(self, o): return 'divmod'
    def __rdivmod__(self, o): return 'rdivmod'
print divmod(D(), 1), divmod(1, D())
for a, b in ((1, 0), (1.0, 0), (1L, 0), ('a', 1), (None, None)):
    try:
        divmod(a, b)
    except (ZeroDivisionError, TypeError) as e:
        print e
