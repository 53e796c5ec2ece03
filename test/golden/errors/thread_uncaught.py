import threading, sys
def work():
    raise ValueError('in thread')
t = threading.Thread(target=work, name='Worker')
class Err(object):
    def write(self, s): buf.append(s)
buf = []
old, sys.stderr = sys.stderr, Err()
t.start()
t.join()
sys.stderr = old
lines = ''.join(buf).split('\n')
print lines[0]
print [l.strip() for l in lines if l.strip().startswith(('raise', 'ValueError', 'File "uncaught', 'File "thread'))]
