import warnings
warnings.simplefilter('once')
o = {}
warnings.onceregistry = o
for r in ({}, {}, None, None):
    for i in 1, 2:
        warnings.warn_explicit('foo', UserWarning, 'bar', i, registry=r)
    print sorted(r or ()), o, warnings.onceregistry
for v in (None, 3):
    warnings.onceregistry = v
    try: warnings.warn_explicit('foo', Warning, 'bar', 1, registry=None)
    except Exception, e: print type(e).__name__, e
warnings.onceregistry = o
warnings.simplefilter('module')
for r in ({}, {}, None, None):
    for i in 1, 2:
        warnings.warn_explicit('foo', UserWarning, 'bar', i, registry=r)
    print sorted(r or ())
for a in 'default always ignore error nope'.split():
    warnings.filters[:] = [(a, None, Warning, None, 0)]
    for r in ({}, None):
      for i in 1, 2:
        try: warnings.warn_explicit('foo', UserWarning, 'bar', i, 'mod', registry=r)
        except Exception, e: print type(e).__name__, e
    print sorted(r or ())
del warnings.filters
try: warnings.warn('foo')
except Exception, e: print type(e).__name__, e
