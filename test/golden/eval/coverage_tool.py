# A small coverage tool
import sys, threading, os
class Coverage(object):
    def __init__(self):
        self.lines = {}
    def _trace(self, frame, event, arg):
        if event == 'call':
            fn = os.path.basename(frame.f_code.co_filename)
            if fn != 'coverage_tool.py':
                return None
        if event == 'line':
            self.lines[frame.f_lineno] = self.lines.get(frame.f_lineno, 0) + 1
        return self._trace
    def start(self):
        sys.settrace(self._trace)
        threading.settrace(self._trace)
    def stop(self):
        sys.settrace(None)
        threading.settrace(None)
def g(x):
    if x > 2:
        return 'big'
    else:
        return 'small'
def unused():
    return 1
def worker():
    for i in range(3):
        g(i)
c = Coverage()
c.start()
g(1)
t = threading.Thread(target=worker)
t.start(); t.join()
c.stop()
print sorted(c.lines.items())
