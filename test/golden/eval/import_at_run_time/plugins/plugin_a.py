value = 7
def f(x):
    return x * value
