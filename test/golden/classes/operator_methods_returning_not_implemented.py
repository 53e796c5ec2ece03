class A(object):
    def __eq__(self, o): return NotImplemented
    def __ne__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __add__(self, o): return NotImplemented
    def __iadd__(self, o): return NotImplemented
    def __pow__(self, o, m=None): return NotImplemented
    def __divmod__(self, o): return NotImplemented
    def __mul__(self, o): return NotImplemented
    def __coerce__(self, o): return NotImplemented
a = A()
print a == a, a == A(), a != a
for f in (lambda: a + 1, lambda: a ** 2, lambda: pow(a, 1, 2), lambda: divmod(a, 1),
        lambda: a * [1], lambda: [1] * a, lambda: a * 1):
    try:
        print f()
    except TypeError as e:
        print e
try:
    a += 1
except TypeError as e:
    print e
