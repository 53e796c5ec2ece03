import threading
flag = False
class Box(object): done = False
box = Box()
cell = [0]
def setter():
    global flag
    flag = True
    box.done = True
    cell[0] = 1
t = threading.Timer(0.05, setter)
t.start()
n = 0
while not flag: n += 1
while not box.done: pass
while not cell[0]: pass
t.join()
print flag, box.done, cell, n > 0
