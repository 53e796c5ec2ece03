class A:
    def __str__(self): return 'str-A'
    def __repr__(self): return 'repr-A'
class B(object):
    def __repr__(self): return 'repr-B'
print A(), B(), [A(), B()], (A(),), {1: B()}
print `A()`, str(B()), u'abc', [u'abc'], True, None, Ellipsis, NotImplemented
