import threading
out = []
t = threading.Timer(0.01, lambda x, y=0: out.append((x, y)), [1], {'y': 2})
t.start(); t.join()
print out
c = threading.Timer(30, lambda: out.append('never'))
c.start()
c.cancel()
c.join()
print out
