# An old-style __cmp__ may return a float; complex() wants one of __float__.
class C:
    def __cmp__(self, other):
        return self.result

    def __float__(self):
        return self.result

c = C()
for c.result in 1.5, -0.5, 2L, 'a', None:
    for call in (lambda: cmp(c, 2), lambda: c < 1, lambda: complex(c)):
        try:
            print call(),
        except TypeError as e:
            print e,
    print
