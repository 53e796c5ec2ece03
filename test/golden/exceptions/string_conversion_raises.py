class E(Exception):
    def __str__(self): raise ValueError('in str')
try:
    raise E(1)
except E as e:
    print repr(e)
    try:
        print str(e)
    except ValueError as v:
        print 'str failed:', v
class R(object):
    def __repr__(self): raise KeyError('in repr')
for f in (lambda: `R()`, lambda: str([R()]), lambda: '%r' % R(), lambda: repr({1: R()}),
        lambda: '{0!r}'.format(R())):
    try:
        f()
    except KeyError as e:
        print e
