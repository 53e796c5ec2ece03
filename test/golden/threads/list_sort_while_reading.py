import threading
l = range(1000)
stop = []
bad = []
def reader():
    while not stop:
        n = len(l)
        for i in (0, 10, 500, 999):
            try:
                x = l[i]
                if not isinstance(x, int): bad.append(x)
            except IndexError:
                pass
t = threading.Thread(target=reader)
t.start()
for i in range(30):
    l.reverse()
    l.sort()
stop.append(1)
t.join()
print bad, l == range(1000)
