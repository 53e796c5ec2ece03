print complex(), complex(1), complex(1, 2), complex('1+2j'), complex(' 3j ')
print complex('-1e3-2.5j'), complex(1.5, -0.0), complex(1j, 1j), complex(real=3)
print complex(imag=2), complex('inf'), complex('nanj'), complex(u'1j')
print complex(True, False), complex(2 ** 70)
class C(object):
    def __complex__(self): return 5j
class F(object):
    def __float__(self): return 2.5
print complex(C()), complex(F()), complex(F(), F())
for a in (('x',), ('1 + 2j',), ('',), (None,), ('1', 2), (1, '2'), ('1j1',), ([],), ('1+j',),
        ('++1',), ('(1',)):
    try:
        print complex(*a)
    except (ValueError, TypeError) as e:
        print type(e).__name__, e
