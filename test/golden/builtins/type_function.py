class O: pass
class N(object): pass
print type(5), type('a'), type(O), type(O()), type(N), type(N()), type(None), type(type)
print type(len), type(lambda: 0), type(NotImplemented), type(Ellipsis), type([].append)
print type(N.__init__), type(1 == 1)
T = type('T', (N,), dict(a=1, f=lambda self: self.a))
print T, T.__name__, T().f(), T.__bases__ == (N,), type(T), issubclass(T, N)
print type('X', (O, object), {}).__mro__[1] is O, type('E', (), {}).__mro__[1]
print type(type('M', (type,), {})('Q', (), {})).__name__
print type(5) == int, type(5) is int, type('') in (str, unicode), type([]) == type([1])
print int == type(5), type(2 ** 70), type(1 / 2.0), {int: 'i'}[type(5)]
