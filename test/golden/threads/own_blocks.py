# Objects of many sizes that threads keep for a while, some with finalisers.
import threading
import weakref

class Node(object):
    def __init__(self, name, next):
        self.name = name
        self.next = next

dead = []

class Watched(object):
    def __init__(self, items):
        self.items = items

    def __del__(self):
        if self.items != range(5):
            dead.append('changed')

def chain(tag, n):
    node = None
    for i in xrange(n):
        node = Node('%s-%d' % (tag, i), node)
    return node

def check(tag, node, n):
    while node is not None:
        n -= 1
        if node.name != '%s-%d' % (tag, n):
            return 'broken'
        node = node.next
    return 'short' if n else None

bad = []

def body(tag):
    kept = []
    for i in xrange(120):
        kept.append((i, chain((tag, i), 40), ['x' * j for j in xrange(0, 900, 30)],
                     {i: (i, [i] * (i % 300))}, range(i % 400)))
        ref = weakref.ref(Watched(range(5)))
        for j in xrange(200):
            [j, (j, str(j) * (j % 90)), float(j), {j: None}]
        if i % 3:
            del kept[i * 7 % len(kept)]
    for i, nodes, texts, table, numbers in kept:
        if check((tag, i), nodes, 40) or \
                [len(s) for s in texts] != range(0, 900, 30) or \
                [s.count('x') for s in texts] != range(0, 900, 30) or \
                table[i] != (i, [i] * (i % 300)) or numbers != range(i % 400):
            bad.append((tag, i))

for turn in range(3):
    threads = [threading.Thread(target=body, args=(t,)) for t in range(4)]
    for t in threads:
        t.start()
    body('main')
    for t in threads:
        t.join()
print bad, dead
