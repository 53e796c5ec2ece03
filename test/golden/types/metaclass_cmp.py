# A __cmp__ of the metaclass orders classes, also against classes without.
class M(type):
    def __cmp__(self, other):
        return -1
class X(object):
    __metaclass__ = M
class Y(object):
    __metaclass__ = M
print X < M, M > X, X < Y, Y < X, cmp(X, Y), X == X, X == Y, M == M
