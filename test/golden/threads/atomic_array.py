# array: append, extend, pop; values are whole.
from array import array
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

a = array('l')
def body(tag):
    for i in xrange(3000):
        a.append(tag * 0x100000001)
        a.extend([tag * 0x100000001] * 2)
        a.pop()
run(body)
print len(a), all(x % 0x100000001 == 0 and x // 0x100000001 < 8 for x in a)
