def f(*args):
    raise RuntimeError('in f')

result = f(1,
           2,
           3)
