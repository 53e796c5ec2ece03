# Tracers and profilers see the program's own functions.
import sys
def callee(x):
    y = x + 1
    return y
class C(object):
    def m(self, v):
        try:
            return callee(v) // 0
        except ZeroDivisionError:
            return -1
def gen(n):
    for i in range(n):
        yield i
def tracer(frame, event, arg):
    if frame.f_code.co_filename.endswith('traced_program.py'):
        print event, frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals)[:3], \
            type(arg).__name__ if event != 'exception' else arg[0].__name__
        return tracer
sys.settrace(tracer)
print C().m(3)
print sum(gen(3))
print [callee(i) for i in range(2)]
sys.settrace(None)
callee(1)
events = []
def prof(frame, event, arg):
    if event.startswith('c_'):
        events.append((event, arg.__name__))
    else:
        events.append((event, frame.f_code.co_name))
sys.setprofile(prof)
C().m(1)
len([1])
sys.setprofile(None)
print events
