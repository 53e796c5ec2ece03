log = []
def t(x):
    log.append(x)
    return x
print all([]), any([]), all([1, 'a', [0]]), all([1, 0, 1]), any([0, '', None]), any([0, 2])
print all(t(x) for x in [1, 0, 2]), any(t(x) for x in [0, 3, 4]), log
print all({'': 1}), any('abc'), all(xrange(1, 5)), any(iter([False, True]))
class Bad(object):
    def __nonzero__(self): raise ValueError('truth')
try:
    any([0, Bad()])
except ValueError as e:
    print e
