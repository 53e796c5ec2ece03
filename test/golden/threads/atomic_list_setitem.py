# Items written by index are whole; swaps by one thread each stay apart.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

items = [None] * 8
def body(tag):
    for i in xrange(5000):
        items[tag] = (tag, i)
        t, j = items[tag]
        if t != tag or j != i:
            print 'wrong', t, j, tag, i
        u, k = items[(tag + i) & 7] or (0, 0)
        if type(u) is not int or type(k) is not int:
            print 'torn', u, k
run(body)
print items
