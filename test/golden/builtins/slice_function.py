print slice(3), slice(1, 2), slice(1, 2, 3), slice(None), range(10)[slice(2, 8, 3)]
print 'abcdef'[slice(None, None, -2)], slice(1, 2).start, slice(5).start
print slice('a', 'b').stop, slice(1, 5).indices(3), slice(1, 2) == slice(1, 2)
print slice(1) != slice(2)
try:
    slice()
except TypeError as e:
    print e
try:
    {slice(1): 1}
except TypeError as e:
    print e
