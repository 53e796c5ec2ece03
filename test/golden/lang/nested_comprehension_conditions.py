m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print [x for row in m if sum(row) > 6 for x in row if x % 2 == 0]
print [[row[i] for row in m] for i in range(3)]
print [(a, b) for a in 'ab' for b in (1, 2) if (a, b) != ('a', 1)]
print {(x, y) for x in range(3) for y in range(x)}, {y: x for x, y in enumerate('abc') if x}
print [x if x else 'zero' for x in range(3)], [f(2) for f in [lambda v: v + 1, lambda v: v * 5]]
print list(x for x in [1, 2, 3] if x in [y for y in [2, 3]])
