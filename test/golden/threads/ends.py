# What only a thread held dies when it ends.
import gc
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


def end(t):
    t.start()
    t.join()
    for wait in range(1000):  # it may come a little later
        if dead:
            break
        gc.collect()
        time.sleep(0.001)
    print dead.pop()


local = threading.local()
for i in range(3):
    t = threading.Thread(target=is_given, args=(Dies('argument %d' % i),))
    end(t)

for i in range(3):
    t = threading.Thread(target=has_local, args=('local %d' % i,))
    end(t)
