"""An attribute stored while another thread makes the object's dict can be
deleted again."""
import threading


class A(object):
    pass


bad = []


def body(o, i, go):
    go.wait()
    name = 'attr%d' % i
    setattr(o, name, i)
    if i % 2:
        o.__dict__
    try:
        delattr(o, name)
    except AttributeError as e:
        bad.append(str(e))


for k in xrange(300):
    go = threading.Event()
    o = type('B', (A,), {})()
    threads = [threading.Thread(target=body, args=(o, i, go)) for i in range(6)]
    for t in threads:
        t.start()
    go.set()
    for t in threads:
        t.join()
    if vars(o):
        bad.append(sorted(vars(o)))
print bad
