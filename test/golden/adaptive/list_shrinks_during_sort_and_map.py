l = [3, 1, 2, 5, 4]
def key(x):
    seen.append(len(l))
    return x
seen = []
l.sort(key=key)
print l, seen
data = [1, 2, 3, 4]
def f(x):
    if data: data.pop()
    return x
print map(f, data), data
data = [1, 2, 3, 4]
print filter(lambda x: data.pop() if len(data) > 2 else True, data)
class E(object):
    def __eq__(self, o):
        del items[:]
        return False
items = [E(), E(), E()]
print 5 in items, items
