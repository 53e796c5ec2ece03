import threading
data = threading.local()
data.x = 'main'
seen = []
def work(n):
    seen.append(hasattr(data, 'x'))
    data.x = n
    data.l = [n]
    seen.append((data.x, data.l, sorted(data.__dict__)))
for i in range(3):
    t = threading.Thread(target=work, args=(i,))
    t.start(); t.join()
print seen, data.x, hasattr(data, 'l')
class L(threading.local):
    default = 5
    def __init__(self, v): self.v = v; inits.append(v)
inits = []
l = L('init')
l.v = 'changed'
out = []
def other(): out.append((l.v, l.default))
t = threading.Thread(target=other)
t.start()
t.join()
print out, l.v, inits

# Deleting what is not there names the attribute only.
spare = threading.local()
spare.x = 1
del spare.x
for look in (lambda: spare.x, lambda: delattr(spare, 'x')):
    try:
        look()
    except AttributeError as e:
        print e
