class C(object):
    def __truediv__(self, o): return 'truediv'
    def __div__(self, o): return 'div'
    def __rdiv__(self, o): return 'rdiv'
    def __floordiv__(self, o): return 'floordiv'
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0,
          lambda: 1.0 % 0, lambda: 1L / 0, lambda: 1L % 0, lambda: 1j / 0, lambda: 0 ** -1, lambda: 0.0 ** -1,
          lambda: divmod(1, 0), lambda: divmod(1.0, 0)):
    try:
        print f()
    except ZeroDivisionError as e:
        print e
