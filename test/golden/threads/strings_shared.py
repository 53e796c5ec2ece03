# s += on a string that all threads hold makes new strings.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

base = 'abc' * 10
base += 'x'
ubase = u'abc' * 10
ubase += u'x'
bad = []
def body(tag):
    for i in xrange(2000):
        s, u = base, ubase
        for j in range(3):
            s += chr(65 + tag)
            u += unichr(65 + tag)
        if s != base + chr(65 + tag) * 3 or u != ubase + unichr(65 + tag) * 3:
            bad.append(s)
        if hash(s) != hash(base + chr(65 + tag) * 3):
            bad.append('hash')
        if intern('name%d' % (i % 50)) is not intern('name%d' % (i % 50)):
            bad.append('intern')
run(body)
print bad, len(base), len(ubase)
