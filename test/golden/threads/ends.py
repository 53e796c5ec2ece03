# What only a thread held dies when it ends.
import threading
import time

dead = []


class Dies(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        dead.append(self.name)


def has_local(name):
    local.x = Dies(name)


def is_given(d):
    pass


local = threading.local()
for i in range(3):
    t = threading.Thread(target=is_given, args=(Dies('argument %d' % i),))
    t.start()
    t.join()
    print dead.pop()

for i in range(3):
    t = threading.Thread(target=has_local, args=('local %d' % i,))
    t.start()
    t.join()
    for wait in range(1000):  # under CPython it may come a little later
        if dead:
            break
        time.sleep(0.001)
    print dead.pop()
