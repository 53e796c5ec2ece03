def f(*args, **kw):
    flag = kw.pop('flag', False)
    if kw:
        raise TypeError('unexpected %s' % ', '.join(sorted(kw)))
    return args, flag
print f(1, 2), f(1, flag=True)
try:
    f(1, a=1, b=2)
except TypeError as e:
    print e
