import threading, collections
d = collections.deque()
got = []
def produce():
    for i in range(2000): d.append(i)
def consume():
    while len(got) < 2000:
        try: got.append(d.popleft())
        except IndexError: pass
ts = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in ts: t.start()
for t in ts: t.join()
print got == range(2000), len(d)
