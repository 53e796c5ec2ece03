import gc
print gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled()
print type(gc.collect()), gc.garbage, type(gc.get_threshold()), len(gc.get_count())
class Node(object): pass
a, b = Node(), Node(); a.o, b.o = b, a
del a, b
print gc.collect() >= 0, gc.is_tracked([]), gc.is_tracked(5), isinstance(gc.get_objects(), list)
