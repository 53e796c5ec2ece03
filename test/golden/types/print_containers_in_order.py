# print writes a container piece by piece: what a __repr__ prints comes
# between, and what was written before an error stays.
import sys
class Loud(object):
    def __repr__(self):
        sys.stdout.write('<loud>')
        return 'Loud'
class Old:
    def __repr__(self):
        sys.stdout.write('<old>')
        return 'Old'
class Bad(object):
    def __repr__(self):
        raise ValueError('no repr')
print [1, Loud(), 'x', (Old(),), {2: Loud()}]
print (1, Loud()), {Loud(): [Old()]}
print str([Loud(), 1])
for v in [1, Bad()], (2, [Bad()]), {3: Bad()}:
    try:
        print v
    except ValueError as e:
        print '!', e
l = [1]
l.append(l)
d = {1: l}
d[2] = d
t = (d, l)
print l, d, t
class L(list): pass
class T(tuple):
    def __str__(self): return 'T!'
print L([Loud()]), T((1, 2)), [T((1, 2))], [u'\xe9', 1.5, None]
