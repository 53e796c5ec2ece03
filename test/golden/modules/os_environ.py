import os
os.environ['GOLDEN_VAR'] = 'value'
print os.environ['GOLDEN_VAR'], os.getenv('GOLDEN_VAR'), os.environ.get('NOPE_VAR')
print os.getenv('NOPE_VAR', 'd'), 'GOLDEN_VAR' in os.environ
del os.environ['GOLDEN_VAR']
print os.environ.has_key('GOLDEN_VAR'), isinstance(os.environ.copy(), dict)
try:
    os.environ['GOLDEN_VAR']
except KeyError as e:
    print e
os.putenv('X_GOLD', '1')
try:
    os.environ['k'] = 5
except TypeError as e:
    print e
print os.name, os.sep, os.pathsep, os.linesep == '\n', os.curdir, os.pardir, os.extsep
print os.devnull, os.altsep, os.defpath
