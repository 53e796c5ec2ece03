T = type('T', (object,), {'x': 1, 'm': lambda self: self.x + 1})
print T.__name__, T().m(), T.__module__
O = type(''.__class__.__name__, (T,), {})
print O.__name__, O.__bases__ == (T,)
import types
Old = types.ClassType('Old', (), {'y': 2})
print Old.y, type(Old), Old().y
def mk(name, **ns): return type(name, (), ns)
print mk('Z', q=4).q
for a in [(1,), ('a', 1, {}), ('a', (), 1), ('a', (1,), {}), (1, (), {})]:
    try:
        print type(*a)
    except TypeError as e:
        print e
