import os
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    os.tempnam()
    name = os.tmpnam()
for w in caught:
    print w.category.__name__, w.message, w.lineno
print name[:-6], os.path.exists(name), os.tmpnam() != name
warnings.simplefilter('ignore')
for folder in '/var/tmp', '/nowhere':
    os.environ['TMPDIR'] = folder
    for args in ((), ('/usr/',), ('/none', 'abcdefgh'), (None, 'x'),
                 (None, None), (5,), ('a', 'b', 'c'), ('/tmp\0',), ('/', 5)):
        try:
            print args, os.tempnam(*args)[:-6]
        except TypeError as e:
            print args, e
