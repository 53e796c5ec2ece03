a, b = set('international'), set('organisation')
print a, b
print a & b, a | b, a - b, a ^ b, b - a
print set(range(0, 50, 7)) | set(range(0, 50, 5)), frozenset('mississippi')
print set([1.5, 'x', (1, 2), None is None])
