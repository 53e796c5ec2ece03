def size(x): return len(x)
print size([1, 2])
def len(x): return 'shadowed'
print size([1, 2])
del len
print size([1, 2, 3])
globals()['len'] = lambda x: 'through globals()'
print size([])
del globals()['len']
print size('four')
