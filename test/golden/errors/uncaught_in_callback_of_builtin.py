def bad(x):
    return x.upper()
print map(bad, ['a', 'b', 3])
