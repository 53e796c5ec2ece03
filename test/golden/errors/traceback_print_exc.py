import traceback, sys
def f():
    g(1)
def g(x):
    raise ValueError('printed')
try:
    f()
except ValueError:
    traceback.print_exc()
    traceback.print_exc(file=sys.stdout)
    sys.stdout.write(traceback.format_exc())
print 'continues'
