def t(f):
    try:
        f()
    except Exception as e:
        print type(e).__name__, e
def f1(): a, b = 1,
def f2(): a, b = 1, 2, 3
def f3(): a, b = 5
def f4(): a, b, c = iter([1, 2])
def f5(): a, b = {1: 2, 3: 4, 5: 6}
def f6(): a, = ''
def f7(): a, (b, c) = 1, (2,)
def f8(): a, b = None
def f9(): a, b, c = 'abcd'
for f in f1, f2, f3, f4, f5, f6, f7, f8, f9: t(f)
