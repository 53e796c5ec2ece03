import threading, sys
out = []
ready, go = threading.Event(), threading.Event()
def other():
    try:
        raise KeyError('other')
    except KeyError:
        ready.set(); go.wait()
        out.append(sys.exc_info()[0].__name__)
t = threading.Thread(target=other); t.start()
ready.wait()
try:
    raise ValueError('main')
except ValueError:
    go.set(); t.join()
    print sys.exc_info()[0].__name__, out
