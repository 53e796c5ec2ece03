# Classes with so many names that their tables are larger than 4 KB.
def attempt(name, f):
    try:
        print name, f()
    except MemoryError:
        print name, 'MemoryError'
NAMES = ['n%d' % i for i in range(700)]
def by_hand(base):
    class A(base): pass
    class B(base): pass
    a = A()
    for n in NAMES: setattr(a, n, n)
    a.__class__ = B
    for n in NAMES: delattr(a, n)
    return len(a.__dict__), type(a).__name__
def slots():
    t = type('T', (object,), {'__slots__': NAMES})
    v = t()
    v.n699 = 1
    return v.n699
def bases():
    class A(object): pass
    many = tuple(type('T%d' % i, (A,), {}) for i in range(600))
    return len(type('All', many, {}).__mro__)
def source():
    text = 'class C:\n  def f(self):\n' + ''.join('    self.%s = 1\n' % n for n in NAMES)
    d = {}
    exec text + 'c = C(); c.f()' in d
    return len(d['c'].__dict__)
def constants():
    d = {}
    exec 'a = %r\nb = %r\nc = %r' % (u'\u20ac' * 3000, tuple(range(1000)), 'x' * 6000) in d
    return len(d['a']), sum(d['b']), len(d['c'])
def deep_stack(n=400):
    import sys
    if n: return deep_stack(n - 1)
    return sys._getframe(300).f_code.co_name
def interned():
    class A(object): pass
    a = A()
    for i in range(9000): setattr(a, 'name%d' % i, i)
    return sum(a.__dict__.values())
attempt('new', lambda: by_hand(object))
for f in slots, bases, source, constants, deep_stack, interned:
    attempt(f.__name__, f)
