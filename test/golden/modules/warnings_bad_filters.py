import warnings
for v in (None, 3, (), {}):
    warnings.filters, f = v, warnings.filters
    try: warnings.warn('x')
    except Exception, e: print type(e).__name__, e
    warnings.filters = f
warnings.simplefilter('once')
for v in (None, 3, ()) if 0 else ():
    warnings.onceregistry, f = v, warnings.onceregistry
warnings.simplefilter('always')
warnings.showwarning = 3
try: warnings.warn('x')
except Exception, e: print type(e).__name__, e
for item in (('nope', None, Warning, None, 0), (1, 2), 3):
    warnings.filters[:] = [item]
    try: warnings.warn('bad')
    except Exception, e: print type(e).__name__, e
