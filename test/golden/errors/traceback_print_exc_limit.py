import traceback
def f(n):
    if n: f(n - 1)
    else: raise KeyError(n)
try:
    f(5)
except KeyError:
    traceback.print_exc(2)
