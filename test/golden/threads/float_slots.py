# Floats in a slot that several threads write: whoever reads sees one of them.
import threading


class Cell(object):
    def __init__(self):
        self.value = 1.25
        self.count = 0


VALUES = [1.25, 0.0, -2.5, 1e300, 5e-324, 3.0]


def write(cell, value, n):
    for i in xrange(n):
        cell.value = value * 1.0
        cell.count += 1


def read(cell, wrong, n):
    for i in xrange(n):
        before = cell.value
        if before not in VALUES:
            wrong.append(before)
        cell.value = before + 0.0
        if before + cell.value * 0.0 != before:
            wrong.append(before)


def wait(cell, done):
    while cell.value != 77.0:
        pass
    done.append(cell.value)


cell, wrong = Cell(), []
ts = [threading.Thread(target=write, args=(cell, v, 4000)) for v in VALUES]
ts += [threading.Thread(target=read, args=(cell, wrong, 4000))
       for i in range(2)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print wrong, cell.value in VALUES, 0 < cell.count <= 24000
done = []
t = threading.Thread(target=wait, args=(cell, done))
t.start()
cell.value = 77.0
t.join()
print done
