def outer(x):
    return x

def fail():
    raise KeyError('inner')

print outer(
    outer(
        fail()))
