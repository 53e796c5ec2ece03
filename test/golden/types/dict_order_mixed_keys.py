d = {1: 'i', 'a': 's', 2.5: 'f', (1, 2): 't', None: 'n', 10 ** 20: 'l', u'u': 'u', True: 'b',
    frozenset([1]): 'fs', 1j: 'c', (): 'e', 'bb': 2, -5: 'neg'}
if None in d: del d[None]
print d
print {(x, y): x * y for x in range(3) for y in range(3)}, {float(x) / 4: x for x in range(9)}
print {('a', 1): 1, ('b', 2): 2, (u'a', 3): 3, ((1,), ()): 4}
print {frozenset('ab'): 1, frozenset(): 2}
