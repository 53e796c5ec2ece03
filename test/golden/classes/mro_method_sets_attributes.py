# The class has no order of its bases yet.
class Once(type):
    def mro(cls):
        if getattr(cls, 'asked', 0) > 0:
            raise RuntimeError('asked again')
        cls.asked = 1
        return type.mro(cls)


class A(object):
    pass


class B(object):
    pass


class C(A):
    pass


class D(C):
    pass


class E(C):
    __metaclass__ = Once


print E.asked, E.__mro__
for use in lambda: setattr(E, '__bases__', (B,)), \
        lambda: setattr(C, '__bases__', (B,)):
    try:
        use()
    except RuntimeError as e:
        print e
    print C.__mro__, D.__mro__, E.__mro__, E().asked
