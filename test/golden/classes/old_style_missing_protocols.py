class A: pass
a = A()
for f in (lambda: len(a), lambda: a[0], lambda: a(), lambda: a + 1, lambda: 1 + a, lambda: iter(a), lambda: a[0:1],
          lambda: -a, lambda: int(a), lambda: float(a), lambda: 1 in a, lambda: a.x, lambda: abs(a), lambda: a ** 2,
          lambda: hex(a), lambda: [0][a], lambda: a.next(), lambda: list(a), lambda: divmod(a, 1), lambda: a << 1,
          lambda: A(1), lambda: a.__len__()):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
