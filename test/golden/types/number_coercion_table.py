vals = [True, 3, 4L, 2.5, 1 + 1j]
import operator
for op in 'add', 'mul', 'sub', 'pow', 'div', 'eq', 'truediv':
    print op, [[type(getattr(operator, op)(a, b)).__name__ for b in vals] for a in vals]
for op in 'mod', 'floordiv', 'divmod':
    f = getattr(operator, op, divmod)
    print op, [[f(a, b) for b in vals[:4]] for a in vals[:4]]
print [[cmp(a, b) for b in vals[:4]] for a in vals[:4]], coerce(1, 2.5), 5 / 2L, 5L / 2
print 5 // 2.0, 7L % 4, 2L ** 3, 2 ** 3L, 2 ** 0.5, 2L ** -1, True + 2.5
print 1 == 1L == 1.0 == (1 + 0j) == True
