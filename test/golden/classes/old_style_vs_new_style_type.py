class O: pass
class N(object): pass
o, n = O(), N()
import types
print type(o), type(n), type(o) is types.InstanceType, o.__class__, type(O) is types.ClassType
print isinstance(o, types.InstanceType), isinstance(O, types.ClassType), str(O), `N`
for c in O, N:
    try:
        c.__mro__
        print 'mro'
    except AttributeError as e:
        print e
try:
    class Bad(O, 5): pass
except TypeError as e:
    print e
try:
    class Bad(5): pass
except TypeError as e:
    print e
try:
    class Bad(o): pass
except TypeError as e:
    print e
