import sys
def f():
    fr = sys._getframe()
    g = sys._getframe(1)
    return fr.f_code.co_name, g.f_code.co_name, fr.f_lineno, g.f_lineno
def caller():
    return f()
print caller()
try:
    sys._getframe(100)
except ValueError as e:
    print e
def name(): return sys._getframe(1).f_code.co_name
class C(object):
    def method(self): return name()
print C().method(), name(), sys._getframe().f_code.co_filename.endswith('.py')
