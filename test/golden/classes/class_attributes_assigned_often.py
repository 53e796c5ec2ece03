class Base(object):
    count = 0
    def bump(self): Base.count += 1
class Sub(Base): pass
b, s = Base(), Sub()
for i in range(5):
    b.bump(); s.bump()
    print Base.count, Sub.count, b.count, s.count, Base.__dict__['count'],
print
Sub.count = 'own'
s.bump()
print Base.count, Sub.count, b.count, s.count
for v in 1, 2, property(lambda self: 'prop'), 3, lambda self: 'method':
    Base.x = v
    print callable(b.x) and b.x() or b.x,
print
del Sub.count
print Sub.count, s.count
del Base.count
print hasattr(Sub, 'count'), hasattr(s, 'count')
class Old:
    n = 0
    def bump(self): Old.n += 1
class Older(Old): pass
o = Older()
for i in range(4): o.bump()
print Old.n, Older.n, o.n
