# sys.setprofile: calls of evaluated code and of C functions from it.
import sys
text = '''
def inner(n):
    return n * 2
def f():
    l = []
    l.append(inner(1))
    map(inner, [1, 2])
    try:
        int('x')
    except ValueError:
        pass
    g = (i for i in l)
    list(g)
    return len(l)
'''
exec text

def profiler(frame, event, arg):
    if frame.f_code.co_filename == '<string>':
        if event.startswith('c_'):
            arg = arg.__name__
        print event, frame.f_code.co_name, frame.f_lineno, arg

sys.setprofile(profiler)
f()
sys.setprofile(None)

def failing(frame, event, arg):
    if frame.f_code.co_name == 'inner' and event == 'return':
        raise KeyError(event)

sys.setprofile(failing)
try:
    f()
except KeyError, e:
    print 'failed', e, sys.getprofile()
