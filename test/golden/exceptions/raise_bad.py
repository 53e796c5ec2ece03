def t(f):
    try:
        f()
    except TypeError as e:
        print e
def r1(): raise 5
def r2(): raise 'string'
def r3(): raise None
def r4(): raise object
def r5(): raise object()
def r6(): raise ()
def r7(): raise ValueError('x'), 'extra'
def r8(): raise ValueError, 'x', 5
def r9(): raise [ValueError]
class N(object): pass
def r10(): raise N
def r11(): raise N()
def r12(): raise
class Bad(Exception):
    def __init__(self): raise ValueError('in init')
for f in r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12: t(f)
try:
    raise Bad
except ValueError as e:
    print e
class NotExc(Exception):
    def __new__(cls): return 5
try:
    raise NotExc
except TypeError as e:
    print e
