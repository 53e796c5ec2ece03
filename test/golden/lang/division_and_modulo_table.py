for a in (7, -7, 7L, -7L, 7.5, -7.5, True):
    for b in (2, -2, 2L, 0.5, -3.0):
        print a / b, a // b, a % b, divmod(a, b),
    print
