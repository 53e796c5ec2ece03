def items():
    raise IOError(5, 'no items')
for x in items():
    print x
