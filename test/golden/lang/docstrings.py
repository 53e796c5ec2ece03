"""module doc"""
def f():
    'f ' "doc"
    'not doc'
class C:
    """class doc
    second"""
    def m(self): u'unicode doc'
class D(C): pass
def g(): 'a' + 'b'
def h(): b'x'; return 1
print repr(__doc__), repr(f.__doc__), repr(C.__doc__), repr(C.m.__doc__), D.__doc__
print g.__doc__, h.__doc__
