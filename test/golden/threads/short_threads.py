# Many short threads, again and again.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

out = []
for r in range(100):
    run(lambda tag: out.append(tag))
print len(out), [out.count(i) for i in range(8)]
