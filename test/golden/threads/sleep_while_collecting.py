# Collections and finalisers do not end the sleep of a thread.
import gc
import threading
import time


class Finalised(object):
    def __del__(self):
        pass


slept = []


def sleeper():
    begin = time.time()
    time.sleep(0.4)
    slept.append(time.time() - begin >= 0.39)


def garbage():
    for i in range(100):
        Finalised()


threads = [threading.Thread(target=sleeper) for i in range(3)]
for t in threads:
    t.start()
for i in range(10):
    garbage()
    gc.collect()
    time.sleep(0.01)
for t in threads:
    t.join()
print slept
