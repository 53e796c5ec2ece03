# Loops over a dict that changes: RuntimeError or entries that belong together.
import threading

def run(body, n=8):
    threads = [threading.Thread(target=body, args=(i,)) for i in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()

d = dict((i, (i,)) for i in xrange(100))
stop, bad, errors = [], [], set()
def body(tag):
    if tag < 3:
        for i in xrange(3000):
            d[100 + i % 50] = (100 + i % 50,)
            d.pop(100 + (i * 7) % 50, None)
        stop.append(tag)
    while len(stop) < 3:
        try:
            for k, v in d.iteritems():
                if v != (k,):
                    bad.append((k, v))
            for k in d:
                if type(k) is not int:
                    bad.append(k)
            for v in d.itervalues():
                if len(v) != 1:
                    bad.append(v)
        except RuntimeError as e:
            errors.add(str(e))
run(body)
print bad, sorted(errors - set(['dictionary changed size during iteration']))
