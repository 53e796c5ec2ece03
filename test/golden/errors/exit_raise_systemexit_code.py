def f():
    raise SystemExit(4)
try:
    f()
finally:
    print 'finally before exit'
