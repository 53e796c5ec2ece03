# f_lineno of a call in progress is where it is now, not where it was.
import sys
def f():
    fr = sys._getframe()
    a = fr.f_lineno
    b = fr.f_lineno
    g(fr)
    return a, b, fr
def g(frame):
    print frame.f_lineno, frame.f_back.f_lineno
    print sys._getframe().f_back.f_lineno
a, b, fr = f()
print a, b, sys._getframe().f_lineno
