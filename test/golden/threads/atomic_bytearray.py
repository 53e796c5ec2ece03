# bytearray: append, extend, pop, slices.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

b = bytearray()
def body(tag):
    for i in xrange(2000):
        b.append(65 + tag)
        b.extend('xyz')
        b.pop()
        b[1 << 40:] = chr(97 + tag)
        bytes(b[-5:])
run(body)
print len(b), all(chr(c) in 'ABCDEFGHabcdefghxyz' for c in b)
