x = 'global'
def f():
    x = 'local'
    class C:
        y = x
        x = 'class'
        z = x
        def m(self): return x
        l = [x for i in range(1)]
    return C
C = f()
print C.z, C().m(), C.l
try:
    print C.y
except NameError as e:
    print e
class D:
    a = 3
    try:
        g = list(a for i in range(2))
    except NameError as e:
        print 'genexp', e
    b = [a * i for i in range(3)]
print D.b
