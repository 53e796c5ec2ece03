import threading, sys
class Sink(object):
    text = ''
    def write(self, s): Sink.text += s
real, sys.stderr = sys.stderr, Sink()
out = []
def bad(): raise KeyError('in thread')
def good(): out.append('good')
ts = [threading.Thread(target=bad, name='Bad'), threading.Thread(target=good)]
for t in ts: t.start()
for t in ts: t.join()
sys.stderr = real
print out, Sink.text.splitlines()[0], Sink.text.splitlines()[-1]
