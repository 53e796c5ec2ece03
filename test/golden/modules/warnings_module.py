import warnings, sys
sys.stderr = sys.stdout
warnings.warn('first')
warnings.warn('second', DeprecationWarning)
warnings.simplefilter('always')
warnings.warn('third', DeprecationWarning)
def f(): warnings.warn('from f', stacklevel=2)
f()
warnings.filterwarnings('ignore', 'skip.*')
warnings.warn('skip me')
warnings.warn('not skipped')
warnings.resetwarnings(); warnings.simplefilter('once')
for i in range(3): warnings.warn('once only')
print warnings.formatwarning('msg', UserWarning, 'file.py', 3, 'line text')
warnings.warn_explicit('explicit', RuntimeWarning, 'other.py', 7)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('recorded', FutureWarning)
    print len(w), w[0].message, w[0].category, w[0].lineno, w[0].filename
warnings.showwarning = lambda *a: sys.stdout.write('custom %s %s\n' % (a[0], a[1].__name__))
warnings.warn('shown by hook')
for f in (lambda: warnings.warn('x', int), lambda: warnings.simplefilter('bad'),
        lambda: warnings.filterwarnings('error', 5)):
    try:
        f()
    except Exception as e:
        print type(e).__name__, e
