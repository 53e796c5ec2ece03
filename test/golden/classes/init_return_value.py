class A(object):
    def __init__(self): return 5
class B:
    def __init__(self): return 5
for c in A, B:
    try:
        c()
    except TypeError as e:
        print e
class N(object):
    def __new__(cls, a): return object.__new__(cls)
class I(object):
    def __init__(self, a): pass
class Z(object): pass
for f in (lambda: N(), lambda: N(1) and 'ok', lambda: I(), lambda: I(1) and 'ok', lambda: Z(1),
        lambda: Z(x=1), lambda: object(1)):
    try:
        print f()
    except TypeError as e:
        print e
