print hash(1) == hash(1.0) == hash(1L) == hash(True), hash('a') == hash(u'a')
print hash(()) == hash(tuple()), hash(None) == hash(None)
class A(object):
    def __hash__(self): return 7
class B(object):
    __hash__ = None
class C(object):
    def __eq__(self, o): return True
print hash(A()), isinstance(hash(C()), int), hash(-1), hash(2 ** 61)
print hash(hash('x')) == hash('x')
for v in ([], {}, set(), bytearray(), B(), ([],), slice(1), memoryview('a')):
    try:
        hash(v)
        print 'hashed'
    except TypeError as e:
        print e
