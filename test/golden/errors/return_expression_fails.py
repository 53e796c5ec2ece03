def f():
    return {'a': 1}['b']
def g():
    try:
        return f()
    finally:
        print 'g finally'
g()
