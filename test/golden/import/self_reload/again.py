import sys

runs = globals().get('runs', 0) + 1
print 'run', runs
me = sys.modules[__name__]
print reload(me) is me
