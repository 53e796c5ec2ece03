# L[:] = ... replaces all items at once; copies see one state.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = [0] * 4
bad = []
def body(tag):
    for i in xrange(3000):
        if tag < 4:
            items[:] = [tag] * 4
        else:
            for copy in items[:], list(items), items + [], tuple(items):
                if len(set(copy)) != 1 or len(copy) != 4:
                    bad.append(list(copy))
run(body)
print bad[:3], len(items), len(set(items))
