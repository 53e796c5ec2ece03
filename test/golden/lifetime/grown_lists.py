# What a list had before it grew, or in a place that is free now, is gone.
import weakref
class Item(object):
    def __init__(self, n): self.n = n
alive = weakref.WeakSet()
def watch(items):
    for item in items:
        alive.add(item)
grown = [Item(i) for i in range(4)]
for i in range(4, 8):
    grown.append(Item(i))
watch(grown)
print len(alive)
grown.pop()
print len(alive)
del grown[0]
print sorted(item.n for item in alive)
grown[:2] = []
print sorted(item.n for item in alive)
grown[:] = []
print len(alive)
shown = [Item(1), Item(2)]
shown += [Item(3), Item(4)]
watch(shown)
print len(alive)
shown.append(5)
del shown[:]
print len(alive)
