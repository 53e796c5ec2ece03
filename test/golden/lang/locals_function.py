def f(a, b=2):
    c = a + b
    print sorted(locals().items())
    def g(): return a, sorted(locals())
    return g()
print f(1)
class C:
    x = 1
    print sorted(n for n in locals().keys() if not n.startswith('__'))
print locals() is globals(), 'f' in locals()
globals()['made'] = 7
print made
def h():
    x = 1
    locals()['x'] = 2
    return x
print h()
