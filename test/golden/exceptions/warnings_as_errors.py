import warnings
warnings.simplefilter('error')
try:
    warnings.warn('now an error')
except UserWarning as e:
    print repr(e)
try:
    warnings.warn('dep', DeprecationWarning)
except DeprecationWarning as e:
    print e
class W(UserWarning): pass
try:
    warnings.warn(W('inst'))
except W as e:
    print e
warnings.simplefilter('ignore')
warnings.warn('silent')
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.warn('one'); warnings.warn('two', RuntimeWarning)
print [(str(w.message), w.category.__name__) for w in log]
