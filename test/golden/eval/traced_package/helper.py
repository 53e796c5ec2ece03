"""Doubles."""
try:
    count += 1
except NameError:
    count = 1
def double(x):
    return x * 2
def fail(x):
    return 1 // x
