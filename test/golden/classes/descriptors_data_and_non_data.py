class Data(object):
    def __get__(self, o, t): return 'data get', o is None, t.__name__
    def __set__(self, o, v): print 'data set', v
    def __delete__(self, o): print 'data delete'
class NonData(object):
    def __get__(self, o, t=None): return 'nondata get'
class C(object):
    d = Data()
    n = NonData()
c = C()
print c.d, C.d, c.n, C.n
c.d = 5
del c.d
c.n = 'instance'
print c.n, c.__dict__
c.__dict__['d'] = 'hidden'
print c.d
C.d = 'replaced'
print C.d, c.d
class SetOnly(object):
    def __set__(self, o, v): o.__dict__['s'] = v * 2
class D(object): s = SetOnly()
d = D()
print d.s is D.__dict__['s']
d.s = 4
print d.s
try:
    del d.s
except AttributeError as e:
    print e
class Old:
    d = Data()
print Old().d, Old.d
o = Old()
o.d = 3
print o.d
