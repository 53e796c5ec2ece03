def f(*a, **k):
    return a
f(*[1, 2], **{'x': 1 / 0})
