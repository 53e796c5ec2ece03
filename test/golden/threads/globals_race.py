# Globals and closures written by many threads hold one of the values.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

g = (0, 0)
def outer():
    cell = [(0, 0)]
    bad = []
    def body(tag):
        global g
        for i in xrange(5000):
            g = (tag, tag)
            cell[0] = g
            a, b = g
            c, d = cell[0]
            if a != b or c != d:
                bad.append((a, b, c, d))
            globals()['h%d' % (i % 20)] = tag
    run(body)
    print bad, len([k for k in globals() if k[0] == 'h'])
outer()
