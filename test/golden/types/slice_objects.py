s = slice(1, 10, 2)
print s, s.start, s.stop, s.step, slice(5), slice(None, 'a', []), s == slice(1, 10, 2)
print s < slice(2), cmp(slice(1), slice(1)), s.indices(5), s.indices(100)
print slice(None, None, -1).indices(4), slice(-3, None).indices(10)
print slice(10, -20, -3).indices(6), slice(2 ** 70).indices(5), repr(slice(None))
print range(10)[s], 'abcdefghij'[s], (0, 1, 2, 3)[slice(None, None, 2)]
print [1, 2, 3].__getitem__(slice(1))
