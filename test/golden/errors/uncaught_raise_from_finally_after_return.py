def f():
    try:
        return 'value'
    finally:
        raise RuntimeError('instead')
print f()
