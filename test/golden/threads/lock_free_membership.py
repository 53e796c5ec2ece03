# in, index, count and len beside changes.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items, d, s = range(50), dict.fromkeys(range(50)), set(range(50))
bad = []
def body(tag):
    for i in xrange(1000):
        if tag < 3:
            items.append(99)
            items.pop()
            d[99 + i % 30] = 1
            d.pop(99 + (i + 7) % 30, None)
            s.add(99 + i % 30)
            s.discard(99 + (i + 7) % 30)
        else:
            n = i % 50
            if not (n in items and n in d and n in s):
                bad.append(n)
            if items.index(n) != n or items.count(n) != 1:
                bad.append((n,))
            if not 50 <= len(items) <= 53 or len(d) < 50 or len(s) < 50:
                bad.append((len(items), len(d), len(s)))
run(body)
print bad
