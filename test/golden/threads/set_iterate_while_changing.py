# Loops over a set that changes: RuntimeError or elements.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

s = set(range(100))
stop, bad, errors = [], [], set()
def body(tag):
    if tag < 3:
        for i in xrange(4000):
            s.add(100 + i % 60)
            s.discard(100 + (i * 7) % 60)
        stop.append(tag)
    while len(stop) < 3:
        try:
            for v in s:
                if type(v) is not int:
                    bad.append(v)
            if len(s & set(range(100))) != 100:
                bad.append('lost')
        except RuntimeError as e:
            errors.add(str(e))
run(body)
print bad, sorted(errors - set(['Set changed size during iteration']))
