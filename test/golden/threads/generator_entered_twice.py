# A generator that runs already raises ValueError; values come once.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

def numbers():
    for i in xrange(20000):
        yield i
g = numbers()
out, errors = [[] for i in range(8)], set()
def body(tag):
    while True:
        try:
            out[tag].append(g.next())
        except ValueError as e:
            errors.add(str(e))
        except StopIteration:
            break
run(body)
every = sorted(sum(out, []))
print every == range(20000), errors <= set(['generator already executing'])
