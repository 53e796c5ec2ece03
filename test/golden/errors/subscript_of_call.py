def f():
    return None
f()[0]
