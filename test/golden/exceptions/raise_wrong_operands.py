import traceback, sys
class E(Exception):
    def __init__(self, *a): 1/0
class F(Exception):
    def __new__(cls, *a): return 3
try: 1/0
except: t = sys.exc_info()[2]
def a(): raise KeyError, 4, 5
def b(): raise E, 4, t
def c(): raise F, 4, t
def d(): raise 3, 4, t
def e(): raise KeyError(1), 4, t
def f(): raise KeyError, 4, t
def g(): raise KeyError(4), None, t
def h(): raise
for f in a, b, c, d, e, f, g, h:
    try: f()
    except: traceback.print_exc(file=sys.stdout)
