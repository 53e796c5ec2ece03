import threading, Queue
class Pool(object):
    def __init__(self, n):
        self.q = Queue.Queue()
        self.threads = [threading.Thread(target=self.loop) for i in range(n)]
        for t in self.threads: t.start()
    def loop(self):
        for f, args, box in iter(self.q.get, None):
            try: box.append(('ok', f(*args)))
            except Exception as e: box.append(('error', str(e)))
    def submit(self, f, *args):
        box = []
        self.q.put((f, args, box))
        return box
    def close(self):
        for t in self.threads: self.q.put(None)
        for t in self.threads: t.join()
p = Pool(3)
boxes = [p.submit(lambda x: 100 / x, i) for i in range(5)]
p.close()
print [b[0] for b in boxes]
