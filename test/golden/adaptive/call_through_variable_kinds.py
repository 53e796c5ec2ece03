class C(object):
    def __call__(self, x): return 'obj %s' % x
    def m(self, x): return 'meth %s' % x
    @staticmethod
    def s(x): return 'static %s' % x
    @classmethod
    def c(cls, x): return 'class %s' % x
def plain(x): return 'plain %s' % x
import functools
fs = [plain,
    lambda x: 'lambda %s' % x, C(), C().m, C.s, C.c, str, len, 'abc'.find, functools.partial(plain), C().__call__, int, type, [1, 2].count]
def apply_all(v): return [f(v) for f in fs]
print apply_all('1')
for f in fs[:3] * 2: print f(2),
print
