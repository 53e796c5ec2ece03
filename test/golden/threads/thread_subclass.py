import threading
class Worker(threading.Thread):
    def __init__(self, n):
        threading.Thread.__init__(self, name='W%d' % n)
        self.n = n
        self.result = None
    def run(self):
        self.result = sum(xrange(self.n * 1000))
ws = [Worker(i) for i in range(1, 5)]
for w in ws: w.start()
for w in ws: w.join()
print [(w.name, w.result) for w in ws]
