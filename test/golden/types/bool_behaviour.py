print True, False, int(True), True + 1, True == 1, True is 1, repr(True), str(False)
print bool('False'), bool([]), bool(0.0), bool(None), bool([0]), isinstance(True, int)
print True & False, True | 1, True ^ True, ~False, -True, True << 2, True * 'ab'
print [1, 2][True], '%d %s' % (True, True), '{0:d} {0} {0:5}'.format(True)
print {True: 'a'}[1], sum([True] * 3), True < 2, hash(True), type(True & True)
print type(True + True), type(not 1)
print bool.__mro__, bool.__name__, bool(), True.__class__, (True).bit_length()
print True.real, True.__and__(False), True.__and__(5), True.__repr__()
print sorted([True, 0, 1, False]), max(True, 1), min(1, True), hex(True), True / True
